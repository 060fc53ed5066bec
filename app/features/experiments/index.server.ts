import "./facts";
import "./forget-person.server";
import "./show-experiments.server";

export { accessExperiment, type AccessedExperiment } from "./access-experiment.server";
export { changeExperiment } from "./change-experiment.server";
export { feedLessons } from "./feed-lessons.server";
export { listExperiments, listLessons, type ExperimentInShort, type ListedExperiments } from "./list-experiments.server";
export { experimentSubject } from "./moderate-experiment.server";
export { moveExperiment } from "./move-experiment.server";
export { readChangeForm, readLessonForm, readStartForm } from "./read-experiment-form.server";
export { readExperiment, type ExperimentPage } from "./read-experiment.server";
export { searchExperiments, type FoundExperiment } from "./search-experiments.server";
export { startExperiment } from "./start-experiment.server";
export { tellLesson } from "./tell-lesson.server";
