import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface StepperProps {
  label: string;
  steps: Array<{ word: string; text?: ReactNode; state: "done" | "now" | "next"; stateWord: string }>;
  /** Beside one another on a wide screen. */
  row?: boolean;
}

/** The stages of something, and where it stands: done, now, next — also in words. */
export function Stepper({ label, steps, row }: StepperProps) {
  return (
    <div className={joinClasses("stepper", row && "stepper--row")}>
      <ol role="list" aria-label={label}>
        {steps.map((step) => (
          <li key={step.word} className={`is-${step.state}`} aria-current={step.state === "now" ? "step" : undefined}>
            <p className="stepper__word">{step.word}</p>
            <p className="soft small">{step.stateWord}</p>
            {step.text ? <div>{step.text}</div> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
