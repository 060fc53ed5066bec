import type pg from "pg";

/** Statements that get a name at most; each costs some kB per connection on the server. */
const mostNames = 400;
/** Seen this often a statement is worth its name: lists of odd lengths come and go. */
const worthNaming = 3;

/** Of what is searched for by words the plan depends on the words: a rare one is looked up, a common one met on the way. */
const plannedForItsValues = /@@|\silike\s|\s%\s/i;

/**
 * Gives a name to every statement that comes again, so that the server parses and plans it once per connection. Planning
 * the joins behind one message took longer than running them.
 */
export function nameStatements(): (config: pg.QueryConfig) => pg.QueryConfig {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return (config) => {
    const known = names.get(config.text);
    if (known !== undefined) return { ...config, name: known };
    if (names.size >= mostNames || plannedForItsValues.test(config.text)) return config;
    const times = (seen.get(config.text) ?? 0) + 1;
    if (times < worthNaming) {
      // Texts that never came back make room for others.
      if (seen.size > 5 * mostNames) seen.clear();
      seen.set(config.text, times);
      return config;
    }
    seen.delete(config.text);
    const name = `leerhoek_${names.size + 1}`;
    names.set(config.text, name);
    return { ...config, name };
  };
}
