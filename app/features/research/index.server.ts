import "./facts";
import "./forget-person.server";

export { answerForStudy } from "./answer-for-study.server";
export { answerStudy, withdrawFromStudy } from "./answer-study.server";
export { askRelease, fetchRelease } from "./ask-release.server";
export { changeStudy, closeStudy, destroyStudyKey, openStudy } from "./change-study.server";
export { finishRelease } from "./finish-release.server";
export { becomeResearcher, inviteResearcher, readResearcherInvitation, type ResearcherInvitationView } from "./invite-researcher.server";
export { makeReleases } from "./make-releases.server";
export { listStudies, readMyStudies, readStudy, readStudyDesk, readStudyForm, readStudyWork, type MyStudiesView, type StudyFormView, type StudyLine, type StudyView, type StudyWorkView } from "./read-studies.server";
export { startStudy } from "./start-study.server";
