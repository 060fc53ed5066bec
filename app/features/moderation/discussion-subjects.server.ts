import { discussionSubject, messageSubject } from "~/features/discussions/index.server";
import { defineSubject } from "./subjects.server";

defineSubject(messageSubject);
defineSubject(discussionSubject);
