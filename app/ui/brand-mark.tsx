/** The mark: a corner that holds a small sun, an L to sit in. Its colours follow the page. */
export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="brand-mark__corner" d="M10 7v24a8 8 0 0 0 8 8h23" />
      <circle className="brand-mark__sun" cx="30" cy="18.5" r="9.5" />
    </svg>
  );
}
