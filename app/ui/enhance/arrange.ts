/**
 * Dragging texts to another place on the page of a group's texts, by mouse, pen or finger. Each row gets a grip; dropping
 * fills in the page's own form and sends it, so the server judges it as it does the buttons. Nothing moves before that.
 */
type Where = "before" | "under" | "after";

interface Place {
  item: HTMLElement;
  where: Where;
}

/** How far a grip must be moved before it is no mere tap, how near to an edge of the window the page comes along, and by how much in a frame; in pixels. */
const [tap, edge, step] = [6, 96, 10];

export function arrange(form: HTMLFormElement): void {
  // An older browser has the links beside the texts.
  if (!("PointerEvent" in window)) return;
  const hint = document.querySelector<HTMLElement>("[data-arrange-hint]");
  if (hint) hint.hidden = false;
  for (const grip of document.querySelectorAll<HTMLElement>("[data-grip]")) {
    grip.hidden = false;
    grip.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault();
      drag(form, grip, event);
    });
  }
}

/** Follows one pointer from the grip of a text until it lets go, is taken away, or Escape is pressed. */
function drag(form: HTMLFormElement, grip: HTMLElement, begun: PointerEvent): void {
  const dragged = grip.closest<HTMLElement>("[data-text]")!;
  let y = begun.clientY;
  let place: Place | null = null;
  let frame = 0;
  const show = (next: Place | null) => {
    if (place) delete place.item.dataset["drop"];
    if (next) {
      next.item.dataset["drop"] = next.where;
      rowOf(next.item).dataset["word"] = form.dataset[next.where] ?? "";
    }
    place = next;
  };
  const comeAlong = () => {
    const by = y < edge ? -step : y > window.innerHeight - edge ? step : 0;
    if (by !== 0) {
      window.scrollBy(0, by);
      show(placeAt(dragged, y));
    }
    frame = requestAnimationFrame(comeAlong);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== begun.pointerId) return;
    if (frame === 0 && Math.abs(event.clientY - begun.clientY) < tap) return;
    y = event.clientY;
    dragged.dataset["dragged"] = "";
    if (frame === 0) frame = requestAnimationFrame(comeAlong);
    show(placeAt(dragged, y));
  };
  const end = () => {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", drop);
    grip.removeEventListener("lostpointercapture", end);
    window.removeEventListener("keydown", stop);
    cancelAnimationFrame(frame);
    delete dragged.dataset["dragged"];
    show(null);
  };
  const drop = (event: PointerEvent) => {
    if (event.pointerId !== begun.pointerId) return;
    const to = place;
    end();
    if (to) send(form, dragged, to);
  };
  const stop = (event: KeyboardEvent) => {
    if (event.key === "Escape") end();
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", drop);
  grip.addEventListener("lostpointercapture", end);
  window.addEventListener("keydown", stop);
  grip.setPointerCapture(begun.pointerId);
}

const rowOf = (item: HTMLElement) => item.firstElementChild as HTMLElement;

/** Which text stands at this height, and where beside it: in the middle of its row beneath it, at the edges before or after it. */
function placeAt(dragged: HTMLElement, y: number): Place | null {
  const { left, width } = document.querySelector("[data-text]")!.getBoundingClientRect();
  const item = document.elementFromPoint(left + width / 2, y)?.closest<HTMLElement>("[data-text]");
  // Not beneath itself.
  if (!item || dragged.contains(item)) return null;
  const { top, height } = rowOf(item).getBoundingClientRect();
  const part = (y - top) / height;
  return { item, where: part < 0.3 ? "before" : part > 0.7 ? "after" : "under" };
}

function send(form: HTMLFormElement, dragged: HTMLElement, { item, where }: Place): void {
  const idOf = (text: Element | null | undefined) => (text as HTMLElement | null | undefined)?.dataset["text"] ?? "";
  const give = (name: string, value: string) => ((form.elements.namedItem(name) as HTMLInputElement).value = value);
  give("document", idOf(dragged));
  give("parent", where === "under" ? idOf(item) : idOf(item.parentElement?.closest("[data-text]")));
  give("after", where === "under" ? "last" : where === "after" ? idOf(item) : idOf(before(item, dragged)));
  form.submit();
}

/** The text before another one, as the list will be without the one that is dragged. */
function before(item: HTMLElement, dragged: HTMLElement): Element | null {
  const one = item.previousElementSibling;
  return one === dragged ? one.previousElementSibling : one;
}

const form = document.querySelector<HTMLFormElement>("form[data-arrange]");
if (form) arrange(form);
