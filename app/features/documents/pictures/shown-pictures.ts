import { createContext, useContext } from "react";

/** The pictures of one text that a page may show. */
export interface ShownPictures {
  /** The address of the page, under which its pictures are asked for. */
  at: string;
  /** By id, in pixels. */
  sizes: Readonly<Record<string, { width: number; height: number }>>;
  /** By id, of a page that carries them in itself. */
  inPage?: Readonly<Record<string, string>>;
}

/** What a picture takes at most on the page, in CSS pixels. */
const box = { width: 640, height: 640 };

const Pictures = createContext<ShownPictures | null>(null);
/** Tells everything drawn inside which pictures there are. */
export const PicturesProvider = Pictures.Provider;

/** Where a picture of a text is asked for; the small one is what stands in the text. */
export const pictureHref = (at: string, id: string, small = false) => `${at}/foto/${id}${small ? "?klein" : ""}`;

/** How a picture is shown, its place included so that nothing moves; null for one that is not of this text, or not there. */
export function usePicture(id: unknown): { src: string; href: string | null; width: number; height: number } | null {
  const shown = useContext(Pictures);
  if (!shown || typeof id !== "string" || !Object.prototype.hasOwnProperty.call(shown.sizes, id)) return null;
  const { width, height } = shown.sizes[id]!;
  const scale = Math.min(1, box.width / width, box.height / height);
  const { inPage } = shown;
  return { src: inPage ? inPage[id]! : pictureHref(shown.at, id, true), href: inPage ? null : pictureHref(shown.at, id), width: Math.round(width * scale) || 1, height: Math.round(height * scale) || 1 };
}
