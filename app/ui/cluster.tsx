import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface ClusterProps {
  between?: boolean;
  children: ReactNode;
}

/** Puts its children beside one another and lets them wrap: buttons, badges, short facts. */
export function Cluster({ between, children }: ClusterProps) {
  return <div className={joinClasses("cluster", between && "cluster--between")}>{children}</div>;
}
