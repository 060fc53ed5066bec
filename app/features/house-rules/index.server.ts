import "./facts";

export { imposeStanding, liftStanding, type NewStanding } from "./change-standing.server";
