// Shows news that comes by itself. It keeps nothing, fetches nothing and stands before no page.
self.addEventListener("push", function (event) {
  var news = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(news.title || "", { body: news.body, lang: news.lang, tag: news.tag, icon: "/apple-touch-icon.png", data: news.href }));
});

self.addEventListener("notificationclick", function (event) {
  event.notification.close();
  var to = new URL(event.notification.data || "/", self.location.origin);
  if (to.origin === self.location.origin) event.waitUntil(self.clients.openWindow(to.href));
});
