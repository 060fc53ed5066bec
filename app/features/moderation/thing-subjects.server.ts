import { activitySubject } from "~/features/activities/index.server";
import { discussionSubject, messageSubject } from "~/features/discussions/index.server";
import { commentSubject, documentSubject, proposalSubject } from "~/features/documents/index.server";
import { experimentSubject } from "~/features/experiments/index.server";
import { defineSubject } from "./subjects.server";

for (const subject of [messageSubject, discussionSubject, documentSubject, commentSubject, proposalSubject, activitySubject, experimentSubject]) defineSubject(subject);
