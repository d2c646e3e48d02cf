import type { TranslatedLabels } from './translated-labels.ts';

/** Italian labels, under the names of their rules; the sentences are our own. */
export const italianLabels = (): TranslatedLabels => ({
  'both sides changed': [
    'Impossibile aggiornare il record {table} perché sia {} sia {} sono stati modificati',
    'Impossibile aggiornare il record {table} perché entrambi {}modificati',
  ],
  'coupled to a deleted record': [
    '{table}è (accoppiato|accoppiata|associato|associata|collegato|collegata) a un record eliminato',
    '{table}è (accoppiato|accoppiata|associato|associata|collegato|collegata) a una riga eliminata',
  ],
  'must be coupled': [
    '{what} deve essere (accoppiato|accoppiata|associato|associata|collegato|collegata) a (una riga|un record) {}(Dataverse|Dynamics|CRM)',
    '{what} deve essere (accoppiato|accoppiata|associato|associata|collegato|collegata) a (Dataverse|Dynamics)',
  ],
  'must be coupled to a record of a table': [
    '{what} deve essere (accoppiato|accoppiata|associato|associata|collegato|collegata) a (un|una)',
  ],
  'not coupled': [
    "(L'|La |Il |)(unità|unità di misura|articolo|prodotto|cliente|valuta|agente|contatto) {}non è (accoppiato|accoppiata|associato|associata|collegato|collegata)",
  ],
  'unit of measure': ['(Unità di misura base|Unità base|Unità misura base) deve avere un valore in {}'],
  'no exchange rate': [
    'Nessun Tasso di cambio {}filtro',
    '{}valuta {currency} {}(alcun|nessun) tasso di cambio',
    'Non {}(alcun|nessun) tasso di cambio per la valuta {currency}',
  ],
  'currency setup': [
    'La valuta con (il |)codice ISO {currency} non',
    'Impossibile trovare la valuta con (il |)(codice ISO|valore) {currency}',
  ],
  'empty setup field': [
    '{field} deve avere un valore in {table}',
    '{field} deve contenere un valore in {table}',
  ],
  'empty record field': [
    '{field} deve avere un valore in {table}',
    '{field} deve contenere un valore in {table}',
  ],
  'value not in the related table': ['Il campo {field} della tabella {table} contiene un valore'],
  'setup record not found': ["(Il |La |L'|){table} non esiste. Campi e valori di identificazione"],
  'record not found': [
    'Impossibile trovare {} nella tabella {table}',
    "(Il |La |L'|){table} non esiste. Campi e valori di identificazione: {}",
    'Nessun {table} (presente nel|entro il|nel) filtro',
    "(L'articolo|La risorsa|Il cliente) {} non esiste",
  ],
  'field that closes a record': ['{field} deve essere uguale a {} in {table}'],
  'value rejected by Business Central': ['{field} deve essere uguale a {} in {table}'],
  blocked: ["(Il cliente|L'articolo|Il fornitore|La risorsa|Cliente|Articolo) {} è bloccato"],
  duplicate: [
    '{table} esiste già. Campi e valori di identificazione',
    'record con valori chiave corrispondenti',
  ],
});
