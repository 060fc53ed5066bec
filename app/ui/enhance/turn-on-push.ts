/**
 * `form[data-push="<key>"]`: where the browser can, a tap asks whether news may appear by itself, and sends the device's
 * address with the form. Nothing is asked before that tap. What goes wrong stands in the form's `role=status`. Where the
 * site must stand on the home screen first, `data-push-home` and the steps of the list say so; nobody is told of that.
 */
export function turnOnPush(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-push]");
  const status = form?.querySelector("[role=status]");
  const tools = form?.querySelector<HTMLElement>("div[hidden]");
  if (!form || !status || !tools) return;
  if (isAppleOffHomeScreen()) {
    status.textContent = form.dataset["pushHome"] ?? "";
    form.querySelector("section")?.removeAttribute("hidden");
    return;
  }
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return;
  const words = form.dataset;
  status.textContent = words["pushReady"] ?? "";
  tools.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe(words["push"] ?? "").then(
      (fields) => {
        if (!fields) return void (status.textContent = words["pushRefused"] ?? "");
        for (const name of ["endpoint", "p256dh", "auth"] as const) (form.elements.namedItem(name) as HTMLInputElement).value = fields[name];
        form.submit();
      },
      () => (status.textContent = words["pushFailed"] ?? ""),
    );
  });
}

/** Only Safari on an iPhone or iPad has this property; on the home screen it is true, whatever else the device can. */
function isAppleOffHomeScreen(): boolean {
  return (navigator as { standalone?: boolean }).standalone === false && !("PushManager" in window);
}

/** Null when it is not allowed. The worker has a folder of its own, so that it stands between no page and the network. */
async function subscribe(key: string): Promise<{ endpoint: string; p256dh: string; auth: string } | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await navigator.serviceWorker.register("/melding/worker.js", { scope: "/melding/" });
  await started(registration);
  // A device that was turned on under other keys would refuse these.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  return { endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "" };
}

/** `serviceWorker.ready` waits for one over this page, which there is not. */
function started(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ? null : (registration.installing ?? registration.waiting);
  if (!worker) return Promise.resolve();
  return new Promise((resolve) => worker.addEventListener("statechange", () => worker.state === "activated" && resolve()));
}
