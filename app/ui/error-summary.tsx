import { Icon } from "./icon";

export interface ErrorSummaryProps {
  title: string;
  /** `fieldId` is the id of the control, see fieldId(); without it the text stands alone. */
  errors: Array<{ fieldId?: string; text: string }>;
}

/** What is wrong in a form that came back, at its top, each line a link to its field. The script puts the focus here. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus="">
      <h2>
        <Icon name="circle-alert" />
        <span>{title}</span>
      </h2>
      <ul role="list">
        {errors.map((error) => (
          <li key={`${error.fieldId}${error.text}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.text}</a> : error.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
