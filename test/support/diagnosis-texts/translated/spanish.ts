import { byCause } from '../labelled-text.ts';

/** Errors in Spanish. */
export const spanishTexts = byCause({
  'update-conflict': [
    'No se puede actualizar un registro de la tabla Cuenta de Dataverse. La asignación entre el campo Crédito máximo de la tabla Cliente y el campo Límite de crédito de la tabla Cuenta de Dataverse es bidireccional, y uno o ambos valores han cambiado desde la última sincronización.',
    'No se puede actualizar un registro en la tabla Cliente. La asignación entre el campo Teléfono de la tabla Cuenta y el campo N.º teléfono de la tabla Cliente es bidireccional, y uno o ambos valores han cambiado desde la última sincronización.',
  ],
  'coupled-record-deleted': [
    'El registro Contacto no se puede actualizar porque está acoplado a un registro eliminado.',
    'El registro Cliente no se puede actualizar porque está asociado a un registro eliminado.',
    'El registro Cliente no se puede actualizar porque está emparejado con un registro eliminado.',
  ],
  'dependency-not-coupled': [
    'El código de vendedor LT debe estar emparejado con una fila de Dataverse.',
    'El código de divisa USD debe estar acoplado a un registro en Dynamics 365 Sales.',
    'El vendedor/comprador JR debe estar emparejado con una fila de Dataverse.',
    'El cliente 10000 debe emparejarse con un registro de Dynamics 365 Sales.',
    'La divisa GBP debe estar emparejada con una fila de Dataverse.',
    'La unidad de medida CAJA no está emparejada.',
  ],
  'already-coupled': [
    'No se puede emparejar Cliente 10000 con este registro Cuenta, porque el registro Cuenta ya está emparejado con Cliente 20000.',
  ],
  'match-not-unique': [
    'No se pudieron acoplar 5 registros porque no se encontró ninguna entidad coincidente única no acoplada en Dataverse con los criterios especificados.',
    'No se pudieron emparejar 4 registros porque no se encontró ninguna entidad coincidente única sin emparejar en Dataverse con los criterios de coincidencia especificados.',
  ],
  'record-missing': [
    'No se encuentra JO en la tabla Vendedor/Comprador.',
    'No se puede crear el pedido de venta. El producto 1000 no existe.',
    "El cliente no existe. Campos y valores de identificación: N.º='10000'",
    "El Producto no existe. Campos y valores de identificación: Nº='1896-S'",
    'No se puede encontrar JO en la tabla Vendedor/Comprador.',
  ],
  'duplicate-record': [
    'El registro de la tabla Cliente ya existe. Campos y valores de identificación: Nº=10000',
    "El Cliente ya existe. Campos y valores de identificación: Nº='10000'",
    'No se creó ni se actualizó ningún registro porque ya existe un duplicado del registro actual.',
  ],
  'business-data-invalid': [
    'Grupo registro cliente debe tener un valor en Cliente: Nº=20000. No puede ser cero ni estar vacío.',
    'El campo Cód. términos pago de la tabla Cliente contiene un valor (30D) que no se encuentra en la tabla relacionada (Términos pago).',
    'Nombre debe tener un valor en Cliente: N.º=10000. No puede ser cero ni estar vacío.',
    'El valor "abc" no se puede evaluar como tipo Decimal.',
  ],
  'record-inactive-or-readonly': [
    'El producto 1896-S está bloqueado.',
    "Bloqueado debe ser igual a ' ' en Cliente: N.º=10000. El valor actual es 'Todo'.",
  ],
  'exchange-rate-missing': [
    'No se puede crear ni actualizar la divisa NOK en Dataverse, porque no se ha definido ningún tipo de cambio para ella.',
    'No se puede crear ni actualizar la divisa SEK en Dataverse porque no hay ningún tipo de cambio definido para ella.',
  ],
  'currency-setup-missing': [
    "No se encuentra la divisa con el código ISO 'CHF'. Por tanto, no se puede calcular el tipo de cambio entre 'EUR' y 'CHF'.",
  ],
  'connection-disabled': ['La conexión de Dataverse no está habilitada.'],
  'bc-permission-missing': ['No tiene los siguientes permisos en TableData Cliente: Insertar.'],
  'integration-user-invalid': [
    'El usuario de integración especificado en la configuración de la conexión de Dataverse no existe.',
  ],
  'license-missing': ['Su licencia no le concede los siguientes permisos en TableData Cliente: Insertar.'],
  'environment-admin-mode': [
    'El usuario no tiene los privilegios requeridos (o pertenencia a roles) para acceder a la organización cuando está en modo Solo administrador.',
    'El usuario no tiene los privilegios necesarios (o pertenencia a roles) para acceder a la organización cuando está en modo Solo administrador.',
  ],
  'timeout-or-network': [
    'La operación agotó el tiempo de espera. Inténtelo de nuevo.',
    'No es posible conectar con el servidor remoto.',
    'Se agotó el tiempo de espera de la operación. Inténtelo de nuevo.',
    'Se ha terminado la conexión: La conexión ha terminado de forma inesperada.',
  ],
  'not-committed-yet': [
    'Los datos de la factura de venta registrada 103021 aún no se han confirmado en la base de datos SQL.',
  ],
  'lock-or-concurrency': [
    'Error al modificar Cliente debido al siguiente error: Otro usuario ha modificado el registro de Cliente.',
    'La tabla Cliente está bloqueada por otro usuario.',
    'No se pudo completar la operación porque otro usuario ha bloqueado un registro de la tabla Cliente. Vuelva a intentar la actividad.',
    'Otro usuario ha modificado el registro de este Cliente después de que usted lo recuperara de la base de datos.',
  ],
  'plugin-failure': ['Un error inesperado del código ISV. (ErrorType = ClientError)'],
});
