import { connection, type PageArgs } from '../../graphql/connections';
import type { ExecutionContext } from '../../graphql/execution/context';
import type { ObjectFields } from '../../graphql/execution/field-resolver';
import type { Payload } from '../../graphql/execution/payload';
import { exactCount } from '../../graphql/types/values';
import { userError } from '../../graphql/user-errors';
import type { Company, CompanyLocation } from './market';

interface LocationInput {
  readonly name?: string | null;
  readonly externalId?: string | null;
  readonly phone?: string | null;
}

interface CreateArgs {
  readonly input: {
    readonly company: {
      readonly name: string;
      readonly externalId?: string | null;
      readonly note?: string | null;
    };
    readonly companyLocation?: LocationInput | null;
  };
}

function putLocation(
  { state, now }: ExecutionContext,
  company: Company,
  { name, externalId, phone }: LocationInput,
): CompanyLocation {
  return state.companyLocations.put({
    id: state.newId('CompanyLocation'),
    companyId: company.id,
    name: name ?? company.name,
    externalId: externalId ?? null,
    phone: phone ?? null,
    createdAt: now,
    updatedAt: now,
  });
}

/** A company has one location at least, named after it (schema). Buyers, their contacts and orders are not held. */
export function companyCreate({ input }: CreateArgs, context: ExecutionContext): Payload {
  const { state, now } = context;
  const { name, externalId, note } = input.company;
  if (name.trim() === '') {
    const error = userError(['input', 'company', 'name'], "Name can't be blank", 'BLANK');
    return { company: null, userErrors: [error] };
  }
  const company = state.companies.put({
    id: state.newId('Company'),
    name,
    externalId: externalId ?? null,
    note: note ?? null,
    createdAt: now,
    updatedAt: now,
  });
  putLocation(context, company, input.companyLocation ?? {});
  return { company, userErrors: [] };
}

export function companyLocationCreate(
  args: { companyId: string; input: LocationInput },
  context: ExecutionContext,
): Payload {
  const company = context.state.companies.get(args.companyId);
  if (!company) {
    const error = userError(['companyId'], "The company doesn't exist.", 'RESOURCE_NOT_FOUND');
    return { companyLocation: null, userErrors: [error] };
  }
  return { companyLocation: putLocation(context, company, args.input), userErrors: [] };
}

/** Its locations go with it, and leave their catalogs. */
export function companyDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  if (!state.companies.get(id)) {
    const error = userError(['id'], "The company doesn't exist.", 'RESOURCE_NOT_FOUND');
    return { deletedCompanyId: null, userErrors: [error] };
  }
  const gone = new Set(state.companyLocations.all().flatMap((one) => (one.companyId === id ? [one.id] : [])));
  for (const catalog of state.catalogs.all()) {
    const companyLocationIds = (catalog.companyLocationIds ?? []).filter((one) => !gone.has(one));
    state.catalogs.put({ ...catalog, companyLocationIds });
  }
  for (const location of gone) state.companyLocations.delete(location);
  state.companies.delete(id);
  return { deletedCompanyId: id, userErrors: [] };
}

const locationsOf = ({ id }: Company, { state }: ExecutionContext): readonly CompanyLocation[] =>
  state.companyLocations.all().filter(({ companyId }) => companyId === id);

export const companyFields: ObjectFields<Company> = {
  locations: (company, args: PageArgs, context) => connection(locationsOf(company, context), args),
  locationsCount: (company, _args, context) => exactCount(locationsOf(company, context).length),
};

export const companyLocationFields: ObjectFields<CompanyLocation> = {
  catalogs: (location, args: PageArgs, { state }) =>
    connection(
      state.catalogs.all().filter(({ companyLocationIds }) => companyLocationIds?.includes(location.id)),
      args,
    ),
  company: ({ companyId }, _args, { state }) => state.companies.get(companyId) ?? null,
};

export const company = (args: { id: string }, { state }: ExecutionContext) =>
  state.companies.get(args.id) ?? null;

export const companyLocation = (args: { id: string }, { state }: ExecutionContext) =>
  state.companyLocations.get(args.id) ?? null;

export const companies = (args: PageArgs, { state }: ExecutionContext) =>
  connection(state.companies.all(), args);

export const companyLocations = (args: PageArgs, { state }: ExecutionContext) =>
  connection(state.companyLocations.all(), args);
