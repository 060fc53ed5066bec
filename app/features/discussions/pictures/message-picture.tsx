import { pictureHref, type PictureView } from "../views";

/** What a picture takes at most on the screen, in CSS pixels: half of what the small file has, for sharp screens. */
const box = { width: 480, height: 400 };

/**
 * The picture of a message; it leads to the large one. Its place is kept before it is there, so that nothing moves. On
 * paper it must be there when the paper is printed.
 */
export function MessagePicture({ picture: { id, width, height, alt }, onPaper }: { picture: PictureView; onPaper?: boolean }) {
  const scale = Math.min(1, box.width / width, box.height / height);
  return (
    <p className="message__picture">
      <a href={pictureHref(id)}>
        <img src={pictureHref(id, true)} width={Math.round(width * scale) || 1} height={Math.round(height * scale) || 1} alt={alt} loading={onPaper ? undefined : "lazy"} decoding="async" />
      </a>
    </p>
  );
}
