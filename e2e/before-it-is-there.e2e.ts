import { expect, test } from "./fixtures";

test("nobody can write in a text before it came in: its words are there to read, and the editor only once it is bound to them", async ({ as }) => {
  const fien = await as("fien");
  await fien.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await fien.getByRole("link", { name: "Begin een tekst" }).click();
  await fien.getByRole("radio", { name: /^De tuin/ }).check();
  await fien.getByLabel("Titel").fill("Nog onderweg");
  await fien.getByLabel("Eerste zinnen").fill("Dit staat er al.");
  await fien.getByRole("button", { name: "Begin te schrijven" }).click();
  const text = fien.getByRole("textbox", { name: "Tekst: Nog onderweg" });
  await expect(text).toHaveAttribute("contenteditable", "true");

  // The server hears the page, and its answers wait on their way back.
  let letIn: () => void = () => undefined;
  let asked = 0;
  await fien.routeWebSocket(/\/live/, (socket) => {
    const server = socket.connectToServer();
    const held: (string | Buffer)[] = [];
    let holds = true;
    letIn = () => {
      holds = false;
      held.splice(0).forEach((message) => socket.send(message));
    };
    socket.onMessage((message) => {
      if (typeof message === "string" && message.includes("document:join")) asked += 1;
      server.send(message);
    });
    // Everything but opening the connection itself.
    server.onMessage((message) => (holds && !/^(0|2|40)/.test(String(message)) ? held.push(message) : socket.send(message)));
  });
  await fien.reload();
  await expect.poll(() => asked).toBeGreaterThan(0);
  await expect(fien.getByText("Dit staat er al.")).toBeVisible();
  // Long enough for the editor itself to have come: the page waits for the words alone.
  await fien.waitForLoadState("networkidle");
  await expect(text).toHaveCount(0);
  letIn();
  await expect(text).toHaveAttribute("contenteditable", "true");
  await expect(text).toHaveText("Dit staat er al.");
});
