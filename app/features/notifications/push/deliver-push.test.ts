import { expect, test } from "vitest";
import { isInside, lookUpOutside, openPushDoor } from "./deliver-push.server";

test.each(["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fc00::1", "fe80::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "ff02::1"])("%s is of a network of one's own", (address) => {
  expect(isInside(address)).toBe(true);
});

test.each(["142.250.1.1", "17.57.144.1", "172.32.0.1", "2a00:1450:400e::1"])("%s is outside", (address) => {
  expect(isInside(address)).toBe(false);
});

test("a name that stands for this machine is not connected to, at the very moment of connecting", async () => {
  const looked = (all: boolean) => new Promise((resolve) => lookUpOutside("localhost", { all }, (error, found) => resolve(error?.code ?? found)));
  expect([await looked(true), await looked(false)]).toEqual(["ENOTFOUND", "ENOTFOUND"]);
});

test("the door sends to push services and nowhere else, also when an address came into the database some other way", async () => {
  await expect(openPushDoor()({ endpoint: "https://127.0.0.1:1/x", headers: {}, body: Buffer.alloc(0) })).rejects.toThrow("not the address of a push service");
});
