import "./facts";
import "./own-data.server";

export { imposeStanding, liftStanding, type NewStanding } from "./change-standing.server";
