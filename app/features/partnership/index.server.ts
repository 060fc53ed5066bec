export { readPlan, readPlanAction, type PlanView } from "./read-plan.server";
