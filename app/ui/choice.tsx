import type { InputHTMLAttributes, ReactNode } from "react";

export interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "id"> {
  id: string;
  type: "radio" | "checkbox";
  word: ReactNode;
  hint?: ReactNode;
}

/** One radio button or tick box; the whole box around it can be tapped. */
export function Choice({ id, word, hint, ...rest }: ChoiceProps) {
  return (
    <label className="choice" htmlFor={id}>
      <input className="choice__input" id={id} {...rest} />
      <span className="choice__word">{word}</span>
      {hint ? <span className="choice__hint">{hint}</span> : null}
    </label>
  );
}
