/** The longest name of a pipeline or data source. */
export const NAME_LIMIT = 100;

// The pattern of the API's contract.
const NAME = /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

/** Whether the API takes it as the name of a pipeline or data source. */
export function isName(text: string): boolean {
  return text.length <= NAME_LIMIT && NAME.test(text);
}

const TAG = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;

/** `geo, demo` as tags; undefined when one is not a tag. */
export function parseTags(text: string): string[] | undefined {
  const tags = text.split(/[\s,，]+/).filter(Boolean);
  const good = tags.every(tag => tag.length <= 63 && TAG.test(tag));
  return good ? [...new Set(tags)] : undefined;
}
