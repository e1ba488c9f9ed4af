/** Between the fields of a question ([data-name] is their common name) and the values that the server knows. */

const fields = (question) =>
  [...question.querySelectorAll("input, select")].filter((field) => field.type !== "hidden");

const part = (question, field) => field.name.slice(question.dataset.name.length + 1);

const box = (field) => ["radio", "checkbox"].includes(field.type);

export function values(question) {
  return fields(question).flatMap((field) => {
    if (!field.value.trim() || (box(field) && !field.checked)) return [];
    const token = part(question, field);
    return [token ? `${token}:${field.value}` : field.value];
  });
}

export function fill(question, given) {
  for (const field of fields(question)) {
    const token = part(question, field);
    if (box(field)) field.checked = given.includes(field.value);
    else if (token) field.value = (given.find((one) => one.startsWith(`${token}:`)) ?? "").slice(token.length + 1);
    else field.value = given[0] ?? "";
  }
}
