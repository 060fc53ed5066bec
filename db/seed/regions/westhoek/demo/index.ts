import type { Demonstration } from "../../demonstration";
import { opWeg } from "./op-weg/space";
import { organisations } from "./organisations";
import { people } from "./people";
import { rondkomen } from "./rondkomen/space";
import { samen } from "./samen/space";
import { study } from "./study";
import { werk } from "./werk/space";

export const demonstration: Demonstration = {
  organisations,
  people,
  spaces: [rondkomen, opWeg, samen, werk],
  studies: [study],
};
