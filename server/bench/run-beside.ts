import { fork, type ChildProcess } from "node:child_process";
import { collectable } from "./run-server";

/** Starts a script of this folder in a process of its own and waits for the first thing it says. */
export async function runBeside<T>(script: string, order?: object): Promise<{ child: ChildProcess; said: T }> {
  const child = fork(`server/bench/${script}.ts`, { execArgv: [...collectable, "--import", "tsx"] });
  const said = new Promise<T>((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  if (order) child.send(order);
  return { child, said: await said };
}
