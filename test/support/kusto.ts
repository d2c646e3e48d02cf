import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import * as z from 'zod';

/** Columns of the tables of Application Insights that our queries read, with their types. */
const tables: Readonly<Record<string, string>> = {
  traces:
    '(timestamp: datetime, message: string, severityLevel: int, itemType: string, customDimensions: dynamic, operation_Name: string, operation_Id: string, operation_ParentId: string, cloud_RoleName: string, cloud_RoleInstance: string, itemId: string, itemCount: int)',
  requests:
    '(timestamp: datetime, id: string, source: string, name: string, url: string, success: string, resultCode: string, duration: real, performanceBucket: string, customDimensions: dynamic, operation_Name: string, operation_Id: string, cloud_RoleName: string, itemId: string, itemCount: int)',
  exceptions:
    '(timestamp: datetime, problemId: string, type: string, outerMessage: string, severityLevel: int, details: dynamic, customDimensions: dynamic, operation_Name: string, operation_Id: string, cloud_RoleName: string, itemId: string, itemCount: int)',
};

/** Declares the tables once, then gives the function that checks a query. */
const program = `
  const { Symbols, GlobalState, KustoCode } = Kusto.Language;
  const symbols = Object.entries(${JSON.stringify(tables)}).map(
    ([name, columns]) => Symbols.TableSymbol.From(columns).WithName(name));
  const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1('db', symbols));
  (query) => {
    const found = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
    return Array.from({ length: found.Count }, (_, index) => found.getItem(index).Message);
  }`;

const check = z.function({ input: [z.string()], output: z.array(z.string()) });

let diagnose: ((query: string) => string[]) | undefined;

/** What Microsoft's Kusto language service objects to in a query on Application Insights. Empty for a valid query. */
export function kustoFaults(query: string): string[] {
  diagnose ??= load();
  return diagnose(query);
}

/** Loads the service: two browser scripts that share their global scope. It takes some seconds. */
function load(): (query: string) => string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@kusto/language-service-next/package.json'));
  // A context with an ordinary global object: global variables of a contextified one are slow.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  for (const file of ['bridge.js', 'Kusto.Language.Bridge.js'])
    vm.runInContext(readFileSync(join(folder, file), 'utf8'), context, { filename: file });
  return check.implement(vm.runInContext(program, context));
}
