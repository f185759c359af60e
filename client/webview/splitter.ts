// The bar between grid and event: drags, and moves with the arrow keys.
import { element } from "./element.ts";

const narrowest = 180;
const step = 24;

/** `pane` is at the right of the bar and gets its width in pixels; `moved` hears every new one. */
export function createSplitter(pane: HTMLElement, width: number | null, moved: (width: number) => void): HTMLElement {
	const bar = element("div", {
		class: "splitter",
		role: "separator",
		tabindex: 0,
		"aria-orientation": "vertical",
		"aria-label": "Width of the event",
	});

	function set(wanted: number): void {
		const room = bar.parentElement?.clientWidth ?? window.innerWidth;
		const next = Math.round(Math.max(narrowest, Math.min(wanted, room - narrowest)));
		pane.style.setProperty("--detail-width", `${next}px`);
		bar.setAttribute("aria-valuenow", String(next));
		moved(next);
	}

	bar.addEventListener("pointerdown", (down) => {
		const before = pane.clientWidth;
		bar.setPointerCapture(down.pointerId);
		const drag = (move: PointerEvent) => set(before + down.clientX - move.clientX);
		bar.addEventListener("pointermove", drag);
		bar.addEventListener("lostpointercapture", () => bar.removeEventListener("pointermove", drag), { once: true });
	});
	bar.addEventListener("keydown", ({ key }) => {
		if (key === "ArrowLeft") set(pane.clientWidth + step);
		if (key === "ArrowRight") set(pane.clientWidth - step);
	});
	if (width !== null) pane.style.setProperty("--detail-width", `${width}px`);
	return bar;
}
