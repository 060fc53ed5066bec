import { Outlet } from "@remix-run/react";

/** What concerns the person alone; each page below asks for the account itself. */
export default function MyPages() {
  return <Outlet />;
}
