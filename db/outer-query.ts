import { AsyncLocalStorage } from "node:async_hooks";
import { DatabaseError } from "./database-error";

const transactions = new AsyncLocalStorage<{ open: boolean }>();

/** Throws `outer_query` when this chain of calls has a transaction open: a second connection would see other data, and wait for ever where there is only one. */
export function refuseInsideTransaction(): void {
  if (transactions.getStore()?.open)
    throw new DatabaseError("outer_query", "A transaction is open in this chain of calls: use the database it was given, not the outer one.");
}

/** Runs `run` marked as inside a transaction; `scope.open` falls when it settles, so work that was started here and outlives it may use the database again. */
export async function markTransaction<T>(run: (scope: { readonly open: boolean }) => Promise<T>): Promise<T> {
  const scope = { open: true };
  try {
    return await transactions.run(scope, () => run(scope));
  } finally {
    scope.open = false;
  }
}
