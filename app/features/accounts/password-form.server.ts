import { data } from "@remix-run/node";
import { AppError } from "~/platform/codes";
import { answerForm, readForm } from "~/platform/http-adapter.server";
import { typedValues } from "./form-values";

type Fields = Record<string, string | string[]>;

/**
 * Runs a form with a `PasswordChoice`. "Toon vier andere woorden" brings the page back with everything that was typed and
 * changes nothing; else `run` gets the fields and the password that was chosen.
 */
export async function answerPasswordForm(request: Request, run: (fields: Fields, password: string) => Promise<Response>) {
  const fields = await readForm(request.clone());
  if (fields.intent === "other-words") return data({ values: typedValues(fields), refusal: undefined });
  return answerForm(request, (again) => run(again, chosenPassword(again)));
}

function chosenPassword({ choice, proposed, password }: Fields): string {
  const chosen = choice === "words" ? proposed : password;
  if (typeof chosen === "string" && chosen !== "") return chosen;
  throw new AppError("invalid_input", { fields: choice === "own" ? { password: "required" } : { choice: "required" } });
}
