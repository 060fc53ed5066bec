import type { Demonstration, DemoDiscussion, DemoGroup, DemoSpace } from "./demonstration";
import type { Moment } from "./moment";
import type { Region } from "./region";

/**
 * Reads a region's demonstration as a proof-reader would: every key must lead somewhere, nobody writes in a group they are not in,
 * conversations run forward in time and lie in the past.
 * @returns one sentence per defect; an empty list means that the loader can rely on it
 */
export function checkDemonstration(region: Region, demo: Demonstration): string[] {
  const wrong: string[] = [];
  const people = new Set(demo.people.map((person) => person.key));
  const organisations = new Set(demo.organisations.map((organisation) => organisation.key));
  const nis = new Set(region.municipalities.map((municipality) => municipality.nis));
  const need = (known: boolean, sentence: string) => void (known || wrong.push(sentence));

  for (const list of [demo.people, demo.organisations, demo.spaces]) {
    for (const key of repeated(list.map((item) => item.key))) wrong.push(`key "${key}" is used twice`);
  }
  for (const organisation of demo.organisations) {
    need(organisation.nis === null || nis.has(organisation.nis), `${organisation.key}: unknown municipality ${organisation.nis}`);
    for (const steward of organisation.stewards) need(people.has(steward), `${organisation.key}: unknown steward ${steward}`);
  }
  need(demo.people.some(({ installationRoles }) => installationRoles.includes("administrator")), "has no administrator to add its organisations");
  for (const space of demo.spaces) {
    wrong.push(...checkPartners(demo, space).map((sentence) => `${space.key}: ${sentence}`));
    wrong.push(...checkRunning(region, space, people, organisations, nis), ...checkContent(region, space, people, nis).map((sentence) => `${space.key}: ${sentence}`));
  }
  for (const study of demo.studies) wrong.push(...checkStudy(demo, study));
  return wrong;
}

/** Only organisations that run a leerplek give roles in it, and only through people who may speak for them. */
function checkPartners(demo: Demonstration, space: DemoSpace): string[] {
  const wrong: string[] = [];
  const stewards = new Map(demo.organisations.map((one) => [one.key, one.stewards]));
  for (const { organisation } of space.organisations) if (!stewards.get(organisation)?.length) wrong.push(`nobody can say yes for ${organisation}`);
  for (const { person, role, organisation } of space.roles) {
    if (!space.organisations.some((one) => one.organisation === organisation)) wrong.push(`${person} has a role for ${organisation}, which does not take part`);
    if (role === "space_steward" && !stewards.get(organisation)?.includes(person)) wrong.push(`${person} runs it but may not speak for ${organisation}`);
  }
  if (!space.roles.some(({ role }) => role === "space_steward")) wrong.push("has no steward");
  return wrong;
}

function checkRunning(region: Region, space: DemoSpace, people: Set<string>, organisations: Set<string>, nis: Set<string>): string[] {
  const wrong: string[] = [];
  const need = (known: boolean, sentence: string) => void (known || wrong.push(`${space.key}: ${sentence}`));
  need(region.themes.some((theme) => theme.key === space.theme), `unknown theme ${space.theme}`);
  need(space.organisations.filter(({ lead }) => lead).length === 1, "needs exactly one lead organisation");
  need((space.status === "open") === (space.stopped === null), "says when it stopped exactly when it is not open");
  for (const { organisation } of space.organisations) need(organisations.has(organisation), `unknown organisation ${organisation}`);
  for (const code of space.area) need(nis.has(code), `unknown municipality ${code}`);
  for (const role of space.roles) {
    need(people.has(role.person) && organisations.has(role.organisation), `unknown person or organisation in role ${role.role} of ${role.person}`);
    need(role.untilDay > 0, `the role of ${role.person} has already ended`);
  }
  const moderators = space.roles.filter(({ role }) => role === "moderator");
  const deputies = space.roles.filter(({ role }) => role === "deputy_moderator");
  need(moderators.length > 0, "has no moderator");
  need(deputies.some((deputy) => moderators.every((moderator) => moderator.organisation !== deputy.organisation)), "has no second decider from elsewhere");
  return wrong;
}

function checkContent(region: Region, space: DemoSpace, people: Set<string>, nis: Set<string>): string[] {
  const wrong: string[] = [];
  const need = (known: boolean, sentence: string) => void (known || wrong.push(sentence));
  const groups = new Map(space.groups.map((group) => [group.key, group]));
  const inGroup = (key: string, person: string) => mayWriteIn(groups.get(key), space, person);
  const keys = [...space.groups, ...space.discussions, ...space.bundles, ...space.documents, ...space.experiments, ...space.activities, ...space.cases].map(({ key }) => key);
  for (const key of repeated(keys)) wrong.push(`key "${key}" is used twice`);

  for (const group of space.groups) {
    const members = group.members.map(({ person }) => person);
    for (const person of repeated(members)) wrong.push(`${person} is in ${group.key} twice`);
    for (const person of [...members, ...group.requests.map((request) => request.person)]) need(people.has(person), `${group.key}: unknown person ${person}`);
    for (const request of group.requests) need(!members.includes(request.person), `${request.person} asks to join ${group.key} but is in it`);
    for (const { by, how, person } of group.members) need(by === null ? how === "open" : people.has(by), `${group.key}: nobody let ${person} in`);
  }
  for (const discussion of space.discussions) wrong.push(...checkDiscussion(space, discussion));
  for (const bundle of space.bundles) {
    for (const key of bundle.questions) need(space.discussions.some((one) => one.key === key && one.kind === "question"), `${bundle.key}: no question ${key}`);
    need(bundle.activity === null || space.activities.some(({ key }) => key === bundle.activity), `${bundle.key}: no activity ${bundle.activity}`);
    need(bundle.experiment === null || space.experiments.some(({ key }) => key === bundle.experiment), `${bundle.key}: no experiment ${bundle.experiment}`);
    need(inStaff(space, bundle.by), `${bundle.key}: ${bundle.by} is not staff here`);
  }
  for (const document of space.documents) {
    for (const person of [...document.writers, ...document.comments.map(({ by }) => by), ...(document.tasks ?? []).map((task) => task.person), ...(document.proposals ?? []).map(({ by }) => by)]) need(inGroup(document.group, person), `${document.key}: ${person} is not in ${document.group}`);
    need(!document.beneath || space.documents.some(({ key, group }) => key === document.beneath && group === document.group), `${document.key}: ${document.beneath} is no text of ${document.group}`);
    need(document.blocks.length >= document.writers.length, `${document.key}: somebody wrote nothing of it`);
    for (const person of document.edition?.named ?? []) need(document.writers.includes(person), `${document.key}: ${person} is named but did not write`);
    need(!document.edition || minutesOf(document.edition.published) - minutesOf(document.edition.announced) >= 24 * 60, `${document.key}: published within a day of telling the writers`);
  }
  for (const experiment of space.experiments) {
    need(inGroup(experiment.group, experiment.by), `${experiment.key}: ${experiment.by} is not in ${experiment.group}`);
    need((experiment.stage === "lesson") === (experiment.outcome !== null && experiment.lesson !== ""), `${experiment.key}: a lesson and an outcome belong to the last stage`);
    need(experiment.objective === null || region.plan.objectives.some(({ number }) => number === experiment.objective), `${experiment.key}: unknown objective`);
  }
  for (const activity of space.activities) {
    need(nis.has(activity.nis), `${activity.key}: unknown municipality ${activity.nis}`);
    need(inGroup(activity.group, activity.by), `${activity.key}: ${activity.by} is not in ${activity.group}`);
    need(activity.experiment === null || space.experiments.some(({ key }) => key === activity.experiment), `${activity.key}: no experiment ${activity.experiment}`);
    need((activity.starts.day < 0) === (activity.headcount !== null), `${activity.key}: only what is past has a headcount`);
    const taken = activity.signUps.filter(({ state }) => state === "signed_up").length;
    need(activity.places === null || taken <= activity.places, `${activity.key}: more people than places`);
    need(!activity.signUps.some(({ state }) => state === "waiting") || taken === activity.places, `${activity.key}: somebody waits while there is room`);
    for (const { person, guest } of activity.signUps) need(person ? people.has(person) : guest !== undefined, `${activity.key}: unknown person ${person}`);
  }
  for (const one of space.cases) {
    const message = space.discussions.flatMap(({ messages }) => messages).find(({ key }) => key === one.message);
    need(message !== undefined, `${one.key}: no message ${one.message}`);
    need(space.houseRules.includes(one.decision.rule), `${one.key}: decides on a rule that the space does not have`);
    need(one.decision.by !== message?.by && !one.reports.some(({ by }) => by === one.decision.by), `${one.key}: decided by somebody concerned`);
    need(one.appeal === null || one.appeal.decided.by !== one.decision.by, `${one.key}: the appeal is decided by the same person`);
    const order = [...one.reports, one.decision, ...(one.appeal ? [one.appeal, one.appeal.decided] : [])].map(minutesOf);
    need(order.every((minutes, index) => index === 0 || minutes > order[index - 1]!), `${one.key}: steps are not in order`);
  }
  return wrong;
}

function checkDiscussion(space: DemoSpace, discussion: DemoDiscussion): string[] {
  const wrong: string[] = [];
  const group = space.groups.find(({ key }) => key === discussion.group);
  const inSpace = (person: string) => space.groups.some((one) => mayWriteIn(one, space, person));
  const { key, messages, question } = discussion;
  if (messages.length === 0) wrong.push(`${key}: has no message`);
  if ((discussion.kind === "question") !== (question !== undefined)) wrong.push(`${key}: only a question has a state`);
  messages.forEach((message, index) => {
    if (!mayWriteIn(group, space, message.by)) wrong.push(`${key}: ${message.by} is not in ${discussion.group}`);
    if (message.day >= 0) wrong.push(`${key}: a message in the future`);
    const joined = group?.members.find(({ person }) => person === message.by)?.joined;
    if (joined && joined.day > message.day) wrong.push(`${key}: ${message.by} wrote before joining ${discussion.group}`);
    const before = messages[index - 1];
    if (before && minutesOf(before) >= minutesOf(message)) wrong.push(`${key}: message ${index + 1} is not later than the one before`);
    if (message.picture && (index === 0 || message.typedBy)) wrong.push(`${key}: a picture with message ${index + 1}, where none can be`);
    if (message.replyTo && !messages.slice(0, index).some((earlier) => earlier.key === message.replyTo)) wrong.push(`${key}: answers an unknown message ${message.replyTo}`);
  });
  if (question) {
    for (const person of question.supporters) {
      if (!inSpace(person)) wrong.push(`${key}: ${person} supports from outside the space`);
      if (person === messages[0]?.by) wrong.push(`${key}: ${person} supports their own question`);
    }
    const { answer } = question;
    if (answer && question.state !== "answered") wrong.push(`${key}: has an answer but is not answered`);
    if (answer && !answersIn(space, answer.kind).includes(answer.key)) wrong.push(`${key}: is answered by an unknown ${answer.kind} ${answer.key}`);
    for (const person of repeated(question.supporters)) wrong.push(`${key}: ${person} supports twice`);
    if ((question.state === "asked") !== (question.pickedUpBy === null)) wrong.push(`${key}: is picked up by nobody, or too early`);
  }
  return wrong;
}

function answersIn(space: DemoSpace, kind: "message" | "document" | "activity" | "experiment"): (string | undefined)[] {
  if (kind === "message") return space.discussions.flatMap(({ messages }) => messages.map(({ key }) => key));
  return { document: space.documents, activity: space.activities, experiment: space.experiments }[kind].map(({ key }) => key);
}

function checkStudy(demo: Demonstration, study: Demonstration["studies"][number]): string[] {
  const wrong: string[] = [];
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const need = (known: boolean, sentence: string) => void (known || wrong.push(`${study.slug}: ${sentence}`));
  need(people.get(study.steward)?.installationRoles.includes("data_steward") === true, "its steward is no data steward");
  for (const { person } of study.researchers) need(people.has(person) && person !== study.steward, `unknown researcher ${person}`);
  for (const key of study.spaces) need(demo.spaces.some((space) => space.key === key), `unknown space ${key}`);
  const running = new Set(demo.spaces.filter(({ key }) => study.spaces.includes(key)).flatMap(({ organisations }) => organisations.map(({ organisation }) => organisation)));
  for (const organisation of running) need(study.answers.some((answer) => answer.organisation === organisation), `${organisation} did not answer`);
  for (const { person } of study.consents) need(people.get(person)?.ageGroup === "16_plus", `${person} is unknown or too young to be asked`);
  return wrong;
}

function mayWriteIn(group: DemoGroup | undefined, space: DemoSpace, person: string): boolean {
  return group !== undefined && (group.members.some((member) => member.person === person) || inStaff(space, person));
}

function inStaff(space: DemoSpace, person: string): boolean {
  return space.roles.some((role) => role.person === person);
}

function minutesOf(moment: Moment): number {
  const [hours = 0, minutes = 0] = moment.at.split(":").map(Number);
  return moment.day * 24 * 60 + hours * 60 + minutes;
}

function repeated(list: string[]): string[] {
  return list.filter((item, index) => list.indexOf(item) !== index);
}
