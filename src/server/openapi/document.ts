import { z } from 'zod';
import { type Endpoint, refusal } from '../../client/contract/endpoint.ts';
import { contract } from '../../client/contract/index.ts';
import { stepBody, stepDone } from '../../client/contract/matters.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { StepDeclaration } from '../../kernel/procedure/declaration.ts';
import { kernelSteps } from '../../kernel/procedure/kernel-steps.ts';
import { type Components, refTo, schemaOf } from './schemas.ts';

/**
 * The API as OpenAPI 3.1, from the table of routes and the declared procedures: a route that takes any step is
 * written out as one path a step, with the fields of that step. Pure, and the same every time.
 */
export function openApi(procedures: readonly CompiledProcedure[]): JsonObject {
  const components: Components = new Map();
  const shared = { Problem: refusal, StepBody: stepBody, StepDone: stepDone };
  for (const [name, schema] of Object.entries(shared)) {
    components.set(name, schemaOf(schema, name, components));
  }
  const paths = new Map<string, Record<string, JsonValue>>();
  const add = (path: string, method: string, operation: JsonObject) =>
    paths.set(path, { ...paths.get(path), [method.toLowerCase()]: operation });

  for (const [name, endpoint] of Object.entries(contract) as unknown as [string, Endpoint][]) {
    if (name === 'matter.open' || name === 'matter.step') continue;
    const tags = [name.slice(0, name.indexOf('.'))];
    add(endpoint.path, endpoint.method, operationOf(endpoint, name, endpoint.summary, tags, components));
  }
  for (const procedure of procedures) {
    for (const [id, step] of stepsOf(procedure)) {
      const kernel = id in kernelSteps;
      const endpoint: Endpoint = contract[step.from.length === 0 && !kernel ? 'matter.open' : 'matter.step'];
      const path = endpoint.path.replace('{procedure}', procedure.id).replace('{step}', id);
      const { name, row } = procedure.declaration;
      const operation = operationOf(
        { ...endpoint, params: endpoint.params.omit({ procedure: true, step: true }), body: z.undefined() },
        `step.${procedure.id}.${id}`,
        `${name}：${step.name}`,
        [`${row} ${name}`],
        components,
      );
      add(path, endpoint.method, withInput(operation, procedure.id, id, step, components));
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '法治台账 API',
      version: '1',
      description:
        '由路由表和各程序的声明生成。写操作须带请求头 x-fazhi: 1；拒绝的答复为 RFC 9457 格式，写明规则、依据和现在可办的环节。',
    },
    paths: Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fazhi_session' } },
      responses: {
        Problem: {
          description: '拒绝',
          content: { 'application/problem+json': { schema: { $ref: refTo('Problem') } } },
        },
      },
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** Declared steps, and those every procedure has that publishes something. */
function stepsOf({ declaration }: CompiledProcedure): [string, StepDeclaration][] {
  const publishes = Object.keys(declaration.publications ?? {}).length > 0;
  return [...Object.entries(declaration.steps), ...(publishes ? Object.entries(kernelSteps) : [])];
}

function operationOf(
  endpoint: Endpoint,
  id: string,
  summary: string,
  tags: readonly string[],
  components: Components,
): JsonObject {
  const posts: JsonObject = Array.isArray(endpoint.access)
    ? { 'x-posts': [...endpoint.access] as string[] }
    : {};
  const parameters = [
    ...parametersOf(endpoint.params, 'path', id, components),
    ...parametersOf(endpoint.query, 'query', id, components),
    ...(endpoint.method === 'GET' ? [] : [sameOrigin]),
  ];
  const takesBody = endpoint.body.def.type !== 'undefined';
  return {
    operationId: id,
    summary,
    tags: [...tags],
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    ...posts,
    parameters,
    ...(takesBody
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, `${id}.body`, components) } },
          },
        }
      : {}),
    responses: {
      '200': { description: '完成', content: answerOf(endpoint, id, components) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** A form of another site cannot set this header. */
const sameOrigin: JsonObject = {
  name: 'x-fazhi',
  in: 'header',
  required: true,
  schema: { const: '1' },
};

function answerOf(endpoint: Endpoint, id: string, components: Components): JsonObject {
  if (endpoint.file) return { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: schemaOf(endpoint.response, `${id}.answer`, components) } };
}

function parametersOf(
  schema: z.ZodObject,
  place: 'path' | 'query',
  id: string,
  components: Components,
): JsonObject[] {
  const { properties = {}, required = [] } = schemaOf(schema, `${id}.${place}`, components) as {
    properties?: JsonObject;
    required?: string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}

/** The body of a step, with the step's own fields as its input. */
function withInput(
  operation: JsonObject,
  procedure: string,
  id: string,
  step: StepDeclaration,
  components: Components,
): JsonObject {
  const name = `${procedure}.${id}`;
  components.set(name, { ...schemaOf(step.fields, name, components), additionalProperties: false });
  const schema: JsonObject = {
    allOf: [{ $ref: refTo('StepBody') }, { type: 'object', properties: { input: { $ref: refTo(name) } } }],
  };
  return {
    ...operation,
    'x-posts': [...step.by],
    ...(step.help ? { description: step.help } : {}),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      ...(operation.responses as JsonObject),
      '200': {
        description: '完成',
        content: { 'application/json': { schema: { $ref: refTo('StepDone') } } },
      },
    },
  };
}
