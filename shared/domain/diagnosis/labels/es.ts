import type { TranslatedLabels } from './translated-labels.ts';

const emptyField = ['{field} debe tener un valor en {table}'];

/** Spanish labels, under the names of their rules. */
export const spanishLabels = (): TranslatedLabels => ({
  'administration mode': [
    '(entorno|organización) {}modo (de administración|administración|de solo administrador|solo administrador|administrador|solo administradores)',
  ],
  'access right': [
    'usuario {}no tiene (los |)(privilegios|permisos|suficientes privilegios)',
    'usuario {}(privilegios|permisos) insuficientes',
  ],
  'Business Central permission': [
    'No tiene los siguientes permisos (en|sobre|para) {table}',
    '{}permisos actuales {}(impidieron|han impedido) la acción{table}',
  ],
  licence: ['usuario {}no (tiene|dispone|está) {}licencia', 'Su licencia no (le |)(permite|otorga|concede)'],
  'integration user': [
    'usuario {}especificado en {}no existe',
    'usuario {} está (deshabilitado|desactivado) en el servidor',
    'usuario {}(no es un usuario de integración|modo de acceso no válido|no tiene roles|no tiene los roles)',
    'usuario no es miembro de la organización',
    'No hay ningún usuario con la dirección de correo',
  ],
  'plug-in': [
    '(complemento|plug-in|plugin|código ISV|código de ISV) {}(error|excepción|falló|anuló|canceló|ha fallado)',
    '(error|excepción) {}(complemento|plug-in|plugin|código ISV|código de ISV)',
  ],
  'both sides changed': [
    'No se puede actualizar el registro {table} porque {}tanto {} como {}',
    '{}entre el campo {from} (de|en) la tabla {table} y {}(bidireccional|en ambas direcciones)',
    'No se puede actualizar un registro (en|de) la tabla {}. La asignación entre {}',
    '{}entre {}(bidireccional|en ambas direcciones){}(cambiado|modificado|cambiaron|modificaron){}sincronización',
  ],
  'coupled to a deleted record': [
    '{table}(emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada) (a|con) (un registro|una fila) (eliminado|eliminada|borrado)',
  ],
  'must be coupled': [
    '{what} debe (estar |ser |)(emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada|emparejarse|acoplarse|vincularse|asociarse) (a|con) {}(fila|registro|Dataverse|Dynamics)',
  ],
  'must be coupled to a record of a table': [
    '{what} debe (estar |ser |)(emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|emparejarse|acoplarse|vincularse) (a|con) (un|una)',
  ],
  'not coupled': [
    '(La |El |)(unidad|artículo|producto|divisa|cliente|vendedor|cabecera|lista de precios|contacto) {}no está (emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada)',
  ],
  'already coupled': [
    '{}(emparejar|acoplar|vincular|asociar){}ya está (emparejado|emparejada|acoplado|acoplada|vinculado|vinculada|asociado|asociada) (a|con) {}',
  ],
  'no unique match': [
    '{}(emparejar|acoplar|vincular) {}(ningún|ninguna|no se encontró){}(único|única|exclusiva){}criterios',
  ],
  'no exchange rate': [
    '{}divisa {currency} {}(no hay|no existe|ningún|no se ha definido) {}tipo de cambio',
    'No hay {}tipo de cambio {}dentro del filtro',
  ],
  'currency setup': [
    '(No se encuentra|No se puede encontrar|No se encontró) la divisa con (el |)(código ISO|el valor|valor) {currency}',
    'La divisa con el código ISO {currency} no se (encuentra|puede encontrar)',
    'La (divisa|moneda) base no está definida',
    'Para habilitar la conexión {}(código DL|código de divisa local|divisa local)',
    'No se (encuentra|puede encontrar|encontró) la (divisa base|moneda base) en Dataverse',
    '(Su |El |)código de (divisa|moneda) local {currency} no coincide',
    'La (divisa|moneda) base {currency} del entorno de Dataverse debe existir',
  ],
  'unit of measure': [
    '(La |)unidad de medida {} no existe',
    'No se (puede|encuentra|encontró|pudo encontrar) {}grupo de unidades {}',
    'Se encontraron varias unidades {}grupo de unidades',
    '(La |)unidad {}no es la unidad base del grupo de unidades',
    '(La |)unidad {}grupo de unidades {}nombre incorrecto',
    '(Unidad medida base|Unidad de medida base|Cód. unidad medida base) debe tener un valor en {}',
  ],
  mapping: [
    'Debe especificar (qué|los) campos {}asignación',
    'La tabla {} debe (asignarse|estar asignada) a la tabla {}',
    'No hay (filas|líneas) de asignación de campos',
    'No se puede determinar la dirección de (la |)sincronización',
    'La dirección de sincronización no se puede determinar',
    'No se ha establecido ninguna asignación para {}',
    'No hay ninguna asignación {}establecida para {}',
    'No se (encuentra|puede encontrar) la asignación {}',
    '(La |El |)(plantilla de configuración|plantilla config.|plantilla) {}no se (encontró|encuentra|ha encontrado)',
    'No se (encontró|encuentra|ha encontrado) la plantilla {}',
    'La tabla de origen {} y la tabla de destino {} no coinciden',
  ],
  ownership: [
    'propietario de la entidad (difiere|es diferente|no es)',
    'unidad de negocio {}(difiere|es diferente|no coincide)',
    'No hay (ningún equipo|ningún rol|ninguna unidad|ninguna empresa|ningún usuario) {}(id.|ID|identificador) {} en Dataverse',
  ],
  solution: ['solución de integración {}(no está|no es)'],
  'empty setup field': [...emptyField, '{}Debe (elegir|seleccionar) {}predeterminado {table}'],
  'empty record field': emptyField,
  'value not in the related table': ['El campo {field} de la tabla {table} contiene un valor'],
  'value rejected by Business Central': [
    'La longitud de la cadena es {}(debe|pero) {}caracteres',
    'El valor {} no se puede (evaluar|convertir)',
    'El valor que (intenta|está intentando) convertir {}formato incorrecto',
    'El contacto {} debe tener {}empresa',
  ],
  'value rejected by Dataverse': ['supera la longitud máxima permitida', 'está fuera del intervalo válido'],
  'setup record not found': ['(El |La |){table} no existe. Campos y valores de identificación'],
  'record not found': [
    'No se puede (sincronizar|crear) el contacto porque la empresa no existe',
    'El contacto no se puede (sincronizar|crear) porque la empresa no existe',
    'No se (puede|pudo|ha podido) encontrar {} en la tabla {table}',
    'No se (encuentra|encontró|ha encontrado) {} en la tabla {table}',
    '(El producto|El artículo|El recurso|El cliente) {} no existe',
    '(El |La |){table} no existe. Campos y valores de identificación: {}',
    'No hay {table} dentro del filtro. Filtros: {}',
    'No hay ningún {table} en el filtro',
    'No se encontró el registro {known}',
  ],
  duplicate: [
    'registro con valores de clave (coincidentes|que coinciden)',
    '{table} ya existe. Campos y valores de identificación',
    'ya existe un duplicado del registro actual',
  ],
  'field that closes a record': ['{field} debe ser igual a {} en {table}', '{field} debe ser {} en {table}'],
  blocked: ['(El cliente|Cliente|El producto|Producto|Proveedor) {} está bloqueado'],
  'inactive, blocked or read-only': [
    'no se puede (sincronizar|actualizar|modificar){}porque {}(inactivo|inactiva|cerrado|cerrada|solo lectura|bloqueado)',
    'está (inactivo|inactiva) y no se puede (modificar|actualizar|editar|sincronizar)',
    'no es una transición de estado válida',
  ],
  'sign-in certificate': [
    'certificado {}(ha expirado|ha caducado|no se encuentra|no es de confianza|no es válido|caducó|expiró)',
    'canal seguro SSL/TLS',
    'conexión SSL {}no se pudo',
  ],
  'expired client secret': [
    '(secreto de cliente|secreto del cliente|clave secreta|secretos de cliente) {}(expirado|caducado|expiró|caducó|expirados|caducados)',
  ],
  'wrong client secret': [
    '(secreto de cliente|secreto del cliente|clave secreta|secretos de cliente) {}no (válido|es válido)',
  ],
  'expired password': ['contraseña ha (caducado|expirado)'],
  'sign-in failure': [
    '(Error de autenticación|autenticación falló|Falló la autenticación|error en la autenticación|La autenticación ha fallado)',
    'nombre de usuario o {}contraseña {}(incorrecto|incorrecta|incorrectos|no son válidos|no es válido)',
  ],
  'environment unavailable': [
    'No se (encuentra|puede encontrar|encontró) la organización',
    '(entorno|organización) {named}(está deshabilitado|está deshabilitada|se ha eliminado|no existe|no se encontró|fue eliminado)',
    '(nombre remoto|nombre del host) {}no se (ha podido|pudo|puede) resolver',
    'No se (puede|pudo|ha podido) resolver el nombre remoto',
  ],
  'connection switched off': [
    'La conexión {app}no está (habilitada|activada)',
    'La conexión {app}está (deshabilitada|desactivada)',
  ],
  'no table connection': ['{}conexión de tabla {}(registrarse|registrada|registrar)'],
  lock: [
    'interbloqueo',
    'Otro usuario (ha modificado|modificó|ha cambiado)',
    '(bloqueado|bloqueada) por otro usuario',
    'otro usuario (ha bloqueado|bloqueó|tiene bloqueado)',
    'en una transacción {}otra sesión',
  ],
  throttling: [
    'número de (solicitudes|peticiones) {}(límite|superado|superó)',
    'demasiadas (solicitudes|peticiones)',
  ],
  'time-out or network': [
    'tiempo de espera',
    '(operación|solicitud) {}(agotado|excedió el tiempo|agotó)',
    'conexión {between}(cerrada|cerró|interrumpida|cerrado|ha terminado|se perdió)',
    'No se (puede|pudo) conectar {}servidor',
    'No (es|fue) posible conectar {}servidor',
    'servicio no (está |)disponible',
  ],
  'not committed yet': ['{}aún no {}SQL', '{}todavía no {}SQL'],
  defect: [
    'No se pueden sincronizar las líneas de factura por separado',
    'proceso de sincronización {}estado {}(no válido|no es válido)',
    '(Se produjo|Se ha producido|Ocurrió) un error inesperado',
    'Referencia a objeto no establecida',
  ],
});
