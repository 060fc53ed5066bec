import type { ReactNode } from "react";

export interface DialogProps {
  id: string;
  title: string;
  /** Show it at once, without a backdrop, when there is no script that opens it. */
  open?: boolean;
  children: ReactNode;
}

/** A native dialog for hydrated pages, opened with showModal(). Pages without script use ConfirmAction or a page of their own. */
export function Dialog({ id, title, open, children }: DialogProps) {
  return (
    <dialog id={id} className="dialog" aria-labelledby={`${id}-title`} open={open}>
      <h2 className="dialog__title" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
