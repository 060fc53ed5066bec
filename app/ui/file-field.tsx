import { Field, fieldControl, type FieldTexts } from "./field";

export interface FileFieldProps extends FieldTexts {
  /** Which kinds the device offers: "image/jpeg,image/png". What comes in is looked at all the same. */
  accept: string;
  required?: boolean;
}

/** One file of one's own device. */
export function FileField({ name, id, label, hint, error, optionalWord, accept, required }: FileFieldProps) {
  return (
    <Field {...{ name, id, label, hint, error, optionalWord }}>
      <input type="file" className="input input--file" {...{ accept, required }} {...fieldControl({ name, id, hint, error })} />
    </Field>
  );
}
