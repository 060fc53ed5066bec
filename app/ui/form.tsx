import type { FormHTMLAttributes, ReactNode } from "react";

export interface FormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, "className" | "style" | "hidden" | "method" | "action"> {
  action: string;
  method?: "post" | "get";
  /** Said after a first tap, while the server works: "Even geduld…". A second tap then sends nothing. */
  busyWord?: string;
  /** Values that travel along unseen. */
  hidden?: Record<string, string>;
  children: ReactNode;
}

/** A form that works without script. With it, a second tap on the button does not send twice. */
export function Form({ method = "post", busyWord, hidden = {}, children, ...rest }: FormProps) {
  return (
    <form className="form" method={method} data-submit-once={busyWord} noValidate={method === "post"} {...rest}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
