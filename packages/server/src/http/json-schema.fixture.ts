/** What the description of the service uses of JSON Schema. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly description?: string;
  readonly [other: string]: unknown;
}

const SAID_ONLY = new Set(["description", "example", "default", "$schema", "format", "title"]);
const HELD = new Set([
  "type",
  "enum",
  "const",
  "anyOf",
  "oneOf",
  "items",
  "prefixItems",
  "properties",
  "required",
  "additionalProperties",

  "propertyNames",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "pattern",
]);

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const isOfType = (type: string | readonly string[], value: unknown): boolean =>
  (typeof type === "string" ? [type] : type).some((one) =>
    one === "integer" ? Number.isInteger(value) : one === kindOf(value),
  );

/**
 * Where a value is not as its schema says: written apart from what the service parses with, so that it is checked by
 * what it tells others. A keyword that is not known here is said too.
 */
export const checkAgainst = (schema: Schema, value: unknown, at = "answer"): readonly string[] => {
  const wrong: string[] = Object.keys(schema)
    .filter((key) => !HELD.has(key) && !SAID_ONLY.has(key))
    .map((key) => `${at}: keyword ${key} is not checked`);
  const say = (what: string) => wrong.push(`${at}: ${what}, found ${JSON.stringify(value)?.slice(0, 80)}`);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && !choices.some((one) => checkAgainst(one, value, at).length === 0))
    say("none of the choices");
  if (schema.enum !== undefined && !schema.enum.includes(value)) say(`not one of ${schema.enum.join(", ")}`);
  if (schema.const !== undefined && schema.const !== value) say(`not ${JSON.stringify(schema.const)}`);
  if (schema.type !== undefined && !isOfType(schema.type, value)) say(`not ${String(schema.type)}`);
  if (typeof value === "number") {
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)) say("out of range");
    if (value <= (schema.exclusiveMinimum ?? -Infinity)) say("not above its bound");
  }
  if (typeof value === "string") {
    if (value.length < (schema.minLength ?? 0) || value.length > (schema.maxLength ?? Infinity))
      say("of another length");
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) say(`not like ${schema.pattern}`);
  }
  if (Array.isArray(value) && (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)))
    say("of another number");
  if (Array.isArray(value))
    value.forEach((one, i) => {
      const of = schema.prefixItems?.[i] ?? schema.items;
      if (of === false) say("more than it may have");
      else if (of !== undefined) wrong.push(...checkAgainst(of, one, `${at}[${i}]`));
    });
  if (kindOf(value) === "object") wrong.push(...checkObject(schema, value as Record<string, unknown>, at));
  return wrong;
};

const checkObject = (schema: Schema, value: Readonly<Record<string, unknown>>, at: string): readonly string[] => {
  const { properties = {}, required = [], additionalProperties: others = true, propertyNames } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}: ${name} is missing`);
  const inside = Object.entries(value).flatMap(([name, one]) => {
    const of = properties[name];
    if (of !== undefined) return checkAgainst(of, one, `${at}.${name}`);
    if (others === false) return [`${at}: ${name} is not described`];
    const named = propertyNames === undefined ? [] : checkAgainst(propertyNames, name, `${at}.${name}`);
    return others === true ? named : [...named, ...checkAgainst(others, one, `${at}.${name}`)];
  });
  return [...missing, ...inside];
};
