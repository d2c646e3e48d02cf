import type { TranslatedLabels } from './translated-labels.ts';

/** Portuguese labels, under the names of their rules; the sentences are our own. */
export const portugueseLabels = (): TranslatedLabels => ({
  'both sides changed': ['Não é possível atualizar o (registo|registro) {table} porque ambos {}alterados'],
  'coupled to a deleted record': [
    '{table}(acoplado|acoplada|associado|associada|ligado|ligada|vinculado|vinculada) a um (registo|registro) (eliminado|excluído)',
    '{table}(acoplado|acoplada|associado|associada|ligado|ligada|vinculado|vinculada) a uma linha (eliminada|excluída)',
  ],
  'must be coupled': [
    '{what} (deve|tem de|precisa) (estar|ser) (acoplado|acoplada|associado|associada|ligado|ligada|vinculado|vinculada) a {}(Dataverse|Dynamics|CRM|registo|registro|linha)',
  ],
  'must be coupled to a record of a table': [
    '{what} (deve|tem de|precisa) (estar|ser) (acoplado|acoplada|associado|associada|ligado|ligada|vinculado|vinculada) a (um|uma)',
  ],
  'not coupled': [
    '(A |O |)(unidade|unidade de medida|produto|cliente|moeda|divisa|vendedor|contacto|contato|item) {}não está (acoplado|acoplada|associado|associada|ligado|ligada|vinculado|vinculada)',
  ],
  'unit of measure': [
    '(Unidade medida base|Unidade de medida base|Cód. unidade medida base) (deve|tem de) ter um valor em {}',
  ],
  'no exchange rate': [
    'Não existe Taxa de câmbio {}filtro',
    '{}(divisa|moeda) {currency} {}nenhuma taxa de câmbio',
    '{}nenhuma taxa de câmbio {}(divisa|moeda) {currency}',
  ],
  'currency setup': [
    'A (divisa|moeda) com (o |)código ISO {currency} não',
    'Não é possível (encontrar|localizar) a (divisa|moeda) com (o |)(código ISO|valor) {currency}',
  ],
  'empty setup field': ['{field} (deve|tem de|precisa) (ter|conter) um valor em {table}'],
  'empty record field': ['{field} (deve|tem de|precisa) (ter|conter) um valor em {table}'],
  'value not in the related table': ['O campo {field} da tabela {table} contém um valor'],
  'setup record not found': ['(O |A |){table} não existe. Campos e valores de identificação'],
  'record not found': [
    '(Não é possível|Não foi possível) (encontrar|localizar) {} na tabela {table}',
    '(O |A |){table} não existe. Campos e valores de identificação: {}',
    'Não existe {table} dentro do filtro',
    '(O produto|O item|O recurso|O cliente) {} não existe',
  ],
  'field that closes a record': ['{field} (deve|tem de) ser igual a {} em {table}'],
  'value rejected by Business Central': ['{field} (deve|tem de) ser igual a {} em {table}'],
  blocked: ['(O cliente|O produto|O item|O fornecedor|O recurso|Cliente|Produto) {} está bloqueado'],
  duplicate: [
    '{table} já existe. Campos e valores de identificação',
    '(registo|registro) com valores de chave correspondentes',
  ],
});
