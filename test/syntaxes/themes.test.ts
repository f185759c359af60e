// The colours of queries in the themes that VS Code comes with: each kind of part has one of its own.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { type SemanticTokenType, semanticTokenTypes } from "../../server/src/features/semanticTokens.ts";
import { cacheFolder } from "../../server/src/host/cacheFolder.ts";

const themes: Readonly<Record<string, string>> = {
	"Dark Modern": "dark_modern",
	"Light Modern": "light_modern",
	"Dark 2026": "2026-dark",
	"Light 2026": "2026-light",
	"High Contrast": "hc_black",
	"High Contrast Light": "hc_light",
};

const root = join(import.meta.dirname, "../..");
const installed = join(cacheFolder(), "vscode/node_modules/code-server/lib/vscode/extensions/theme-defaults/themes");
const skip = existsSync(installed) ? false : "VS Code is not installed yet; the suite vscode installs it";

interface Theme {
	readonly include?: string;
	readonly colors?: Readonly<Record<string, string>>;
	readonly tokenColors?: readonly {
		readonly scope?: string | readonly string[];
		readonly settings: { readonly foreground?: string };
	}[];
}

/** Where a type has no scope of ours, VS Code takes the colour of one of its own. */
const scopesOfVsCode: Partial<Record<SemanticTokenType, readonly string[]>> = {
	keyword: ["keyword.control"],
	operator: ["keyword.operator"],
	string: ["string"],
	number: ["constant.numeric"],
};

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const ours: Readonly<Record<string, readonly string[]>> = manifest.contributes.semanticTokenScopes[0].scopes;

/** The colour of a scope by each rule of a theme that holds for it, the last of the most exact ones first. */
function colourOf(theme: string): (scope: string) => string | undefined {
	const rules = rulesOf(join(installed, `${theme}.json`));
	return (scope) =>
		rules
			.filter(({ of }) => scope === of || scope.startsWith(`${of}.`))
			.reduce<{ of: string; colour: string } | undefined>(
				(best, rule) => (best && best.of.length > rule.of.length ? best : rule),
				undefined,
			)?.colour;
}

function rulesOf(path: string): readonly { readonly of: string; readonly colour: string }[] {
	const { include, tokenColors = [] }: Theme = JSON.parse(readFileSync(path, "utf8"));
	const own = tokenColors.flatMap(({ scope = [], settings: { foreground } }) =>
		(typeof scope === "string" ? scope.split(",") : scope).flatMap((of) =>
			foreground ? [{ of: of.trim(), colour: foreground.toLowerCase() }] : [],
		),
	);
	return [...(include ? rulesOf(join(dirname(path), include)) : []), ...own];
}

test("every semantic token type has a colour of its own in every default theme", { skip }, () => {
	for (const [name, file] of Object.entries(themes)) {
		const colour = colourOf(file);
		const types = new Map<string, SemanticTokenType>();
		for (const type of semanticTokenTypes) {
			const found = (ours[type] ?? scopesOfVsCode[type] ?? []).map(colour).find((each) => each !== undefined);
			assert.ok(found, `${name} colours ${type}`);
			// What compares is punctuation: it may look like what it stands beside.
			if (type === "operator") continue;
			assert.equal(types.get(found), undefined, `${name} tells ${type} from ${types.get(found)}`);
			types.set(found, type);
		}
	}
});

test("every scope of the grammars has a rule in every default theme, or is punctuation or a whole", { skip }, () => {
	const names = readdirSync(join(root, "syntaxes")).flatMap((file) =>
		[
			...readFileSync(join(root, "syntaxes", file), "utf8").matchAll(/"(?:contentName|name)": "([a-z][\w. -]*)"/g),
		].flatMap(([, name]) => (name as string).split(" ")),
	);
	assert.ok(names.includes("keyword.control.logical.huntmark"), names.join());
	for (const [name, file] of Object.entries(themes)) {
		const colour = colourOf(file);
		const without = names.filter((scope) => colour(scope) === undefined);
		assert.deepEqual(
			without.filter((scope) => !/^(punctuation|meta|markup\.fenced_code|fenced_code|markdown)\./.test(scope)),
			[],
			name,
		);
	}
});

test("a part keeps its colour when the server comes up", { skip }, () => {
	const alike: Partial<Record<SemanticTokenType, string>> = {
		keyword: "keyword.control.logical.huntmark",
		property: "support.type.property-name.json.huntmark",
		string: "string.quoted.double.huntmark",
		number: "constant.numeric.huntmark",
		parameter: "entity.name.type.parameter.huntmark",
	};
	const grammar = readFileSync(join(root, "syntaxes/huntmark-query.tmLanguage.json"), "utf8");
	for (const file of Object.values(themes)) {
		const colour = colourOf(file);
		for (const [type, scope] of Object.entries(alike)) {
			assert.ok(grammar.includes(`"${scope}"`), scope);
			const scopes = ours[type] ?? scopesOfVsCode[type as SemanticTokenType] ?? [];
			assert.equal(
				colour(scope),
				scopes.map(colour).find((each) => each !== undefined),
				`${file}: ${type}`,
			);
		}
	}
});
