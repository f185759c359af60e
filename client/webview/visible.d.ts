/** Control characters and those that reorder or hide text become visible marks; line breaks and tabs stay if `lines`. */
export declare function visible(text: string, lines?: boolean): string;
