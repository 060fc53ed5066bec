import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/**
 * Has the binding to Yjs make anew only what may have changed. On every change of others it forgets which node stands for
 * which part of the text and makes all of them again, since some may be out of date: 0.2 s for each keystroke in a text of
 * 1 MB. What was made from a part that nothing changed since is what would be made of it again, so that is kept.
 */
export const KeepNodes = Extension.create({
  name: "keepNodes",
  // Behind the binding, which draws the text first.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        const { binding } = ySyncPluginKey.getState(state) as { binding: { mapping: Map<Part, unknown>; doc: Y.Doc } };
        const nodes = new SureNodes(binding.mapping);
        binding.mapping = nodes;
        return { destroy: nodes.follow(binding.doc) };
      },
    }),
  ],
});

type Part = Y.AbstractType<unknown>;

/** Nodes by the part of the text that they stand for. To `clear` it leaves those that are sure: made from Yjs by the binding, of a part in which nothing changed since. */
class SureNodes extends Map<Part, unknown> {
  private readonly unsure = new Set<Part>();
  /** From when the binding forgets, to make nodes from Yjs, until something changes again. What it notes at other times it took from the editor. */
  private making = true;

  constructor(made: ReadonlyMap<Part, unknown>) {
    super();
    for (const [part, node] of made) super.set(part, node);
  }

  override set(part: Part, node: unknown): this {
    if (this.making) this.unsure.delete(part);
    else this.unsure.add(part);
    return super.set(part, node);
  }

  override clear(): void {
    for (const part of this.unsure) super.delete(part);
    this.unsure.clear();
    this.making = true;
  }

  /** @returns what ends it. */
  follow(doc: Y.Doc): () => void {
    const begin = () => void (this.making = false);
    doc.on("beforeTransaction", begin);
    doc.on("beforeObserverCalls", this.doubt);
    return () => {
      doc.off("beforeTransaction", begin);
      doc.off("beforeObserverCalls", this.doubt);
    };
  }

  /** What changed, all that it stands in, and what went. */
  private readonly doubt = (transaction: Y.Transaction) => {
    for (const changed of transaction.changed.keys()) {
      for (let part = changed as Part | null; part; part = (part._item?.parent ?? null) as Part | null) this.unsure.add(part);
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) this.unsure.add(struct.content.type);
    });
  };
}
