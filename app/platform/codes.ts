/**
 * The closed set of reasons for which something may be refused or fail, each with its HTTP status.
 * Every code has one text per language in `messages/<language>.json`; a test holds that.
 */
export const codes = {
  // what was sent is not right
  invalid_input: 422,
  too_large: 413,
  too_many: 429,
  picture_kind: 422,
  picture_damaged: 422,
  picture_too_large: 413,
  picture_too_wide: 422,
  picture_many: 409,
  // who asks
  sign_in: 401,
  session_ended: 401,
  wrong_sign_in: 422,
  wrong_code: 422,
  code_used: 409,
  code_expired: 410,
  weak_password: 422,
  name_taken: 409,
  email_taken: 409,
  too_young: 403,
  account_disabled: 403,
  // what they may
  not_found: 404,
  forbidden: 403,
  for_few: 403,
  few_write: 403,
  join_space: 403,
  join_group: 403,
  ask_moderator: 403,
  muted: 403,
  suspended: 403,
  invitation_only: 403,
  not_yourself: 403,
  not_own_case: 403,
  other_decider: 403,
  not_agreed: 403,
  cross_site: 403,
  // the state of the thing
  closed: 409,
  paused: 409,
  not_open_yet: 409,
  already_done: 409,
  already_decided: 409,
  stale: 409,
  full: 409,
  no_moderator: 409,
  no_second_decider: 409,
  no_lead_left: 409,
  last_steward: 409,
  end_role_first: 409,
  only_narrower: 409,
  not_for_more: 409,
  follows_source: 409,
  only_for_group: 409,
  announce_first: 409,
  alt_missing: 422,
  file_damaged: 422,
  file_kind_absent: 404,
  file_not_made: 503,
  too_soon: 409,
  too_late: 409,
  enough_pinned: 409,
  wider_audience: 409,
  too_few_participants: 409,
  organisation_said_no: 409,
  // shared documents
  in_trash: 410,
  under_itself: 409,
  too_deep: 409,
  too_many_here: 409,
  too_many_templates: 409,
  gap: 409,
  upgrade: 409,
  forbidden_content: 422,
  retry: 503,
  // the house itself
  busy: 503,
  unavailable: 503,
  failed: 500,
} as const;

export type Code = keyof typeof codes;

/** What a rule answers: yes, or the code that says why not and so what to do next. */
export type Verdict = true | Code;

/** A refusal or failure with its code; `fields` names what is wrong per form field, by code. */
export class AppError extends Error {
  constructor(
    readonly code: Code,
    readonly detail: {
      fields?: Record<string, string>;
      retryAfterSeconds?: number;
      values?: Record<string, string | number>;
      /** Of a shared text, with `gap`: what the server has of it. */
      stateVector?: Uint8Array;
    } = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = "AppError";
  }
  get status(): number {
    return codes[this.code];
  }
}
