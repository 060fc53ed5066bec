/** The kinds of stream; `person` carries an actor id, `desk` a space id. */
export const streamKinds = ["group", "space", "desk", "person", "document"] as const;
export type StreamKind = (typeof streamKinds)[number];
export type StreamId = `${StreamKind}:${string}`;

const form = /^(group|space|desk|person|document):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function streamId(kind: StreamKind, id: string): StreamId {
  return `${kind}:${id}`;
}

/** Splits a stream's name; null when it is not the name of one. */
export function parseStream(value: string): { kind: StreamKind; id: string } | null {
  const match = form.exec(value);
  return match ? { kind: match[1] as StreamKind, id: match[2]! } : null;
}
