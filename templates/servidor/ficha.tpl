{{%AUTOESCAPE context="HTML"}}
<h1>{{NOMBRE}}</h1>
<p class="lead">{{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{PUESTO}} · {{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea los datos de la persona y en qué va cada etapa de su inducción. Si un dato está mal escrito, corríjalo; si algo cambió de verdad (unidad, puesto, jefe), registre el cambio con su fecha y se conserva la historia. Cada consulta de esta ficha queda anotada.</p></details>
{{#HAY_AVISOS}}<div class="alerta">
<h2>Para revisar</h2>
<ul>
{{#AVISO_TARDIA}}<li>Se registró fuera de plazo. La inducción continúa igual.</li>
{{/AVISO_TARDIA}}{{#AVISO_JEFE}}<li>Falta el jefe inmediato: hace falta para la etapa C.{{#PUEDE_CAMBIAR}} <a href="/servidor/{{ID}}/cambiar">Indicar el jefe</a>{{/PUEDE_CAMBIAR}}</li>
{{/AVISO_JEFE}}{{#AVISO_CORREO}}<li>Su correo es también el de {{#CORREO_UNO}}1 persona más{{/CORREO_UNO}}{{#NO_CORREO_UNO}}{{CORREO_OTROS}} {{CORREO_OTROS:x-segun=persona/personas}} más{{/NO_CORREO_UNO}}. Está permitido: los avisos llegarán a ese mismo buzón.</li>
{{/AVISO_CORREO}}{{#AVISO_PLAN}}<li>No tiene etapas: no había una edición del programa en su fecha de ingreso.</li>
{{/AVISO_PLAN}}</ul>
</div>
{{/HAY_AVISOS}}{{#HAY_TRANSFERENCIA_ID}}<div class="nota"><p>Hay una propuesta de transferencia a <strong>{{DESTINO}}</strong> desde el {{FECHA_TRANSFERENCIA}}; esa entidad debe responder. {{#PUEDE_RETIRAR}}<a href="/orh/transferencias">Ver o retirar la propuesta</a>{{/PUEDE_RETIRAR}}</p></div>
{{/HAY_TRANSFERENCIA_ID}}<h2>Etapas de la inducción</h2>
<p class="hint">{{EDICION}}{{#HAY_PLAN_VERSION}}. Plan de la entidad: <a href="/plan/{{PLAN_ID}}/ver">versión {{PLAN_VERSION}}</a>{{/HAY_PLAN_VERSION}}</p>
<p class="noimp"><a href="/servidor/{{ID}}/cronograma">Ver o imprimir su cronograma</a></p>
<ol class="tareas">
{{#ETAPAS}}<li><div><strong>{{#DE_ESTADO}}A. Inducción general al Estado{{/DE_ESTADO}}{{#DE_ENTIDAD}}B. Inducción general a la entidad{{/DE_ENTIDAD}}{{#DE_PUESTO}}C. Inducción específica al puesto{{/DE_PUESTO}}</strong>
<p class="hint">{{#HAY_FECHA_FIN}}Culminó el {{FECHA_FIN}}.{{/HAY_FECHA_FIN}}{{#NO_FECHA_FIN}}Hasta el {{FECHA_LIMITE:x-largo}}. {{#DE_ESTADO}}La lleva SERVIR, con el curso en línea.{{/DE_ESTADO}}{{#DE_ENTIDAD}}La conduce la ORH.{{/DE_ENTIDAD}}{{#DE_PUESTO}}La conduce el jefe inmediato.{{/DE_PUESTO}}{{/NO_FECHA_FIN}}{{#HEREDADA}} Reconocida de su entidad anterior.{{/HEREDADA}}{{#OBSERVADA}} Observada por SERVIR:{{/OBSERVADA}}{{#HAY_MOTIVO}} {{MOTIVO}}{{/HAY_MOTIVO}}{{#HAY_CONFORMIDAD}} {{CONFORMIDAD}}{{/HAY_CONFORMIDAD}}</p>
<p class="noimp">{{#CON_CONSTANCIA}}<a href="/etapa/{{ID}}/constancia">Constancia<span class="vh"> de la etapa {{#DE_ESTADO}}A{{/DE_ESTADO}}{{#DE_ENTIDAD}}B{{/DE_ENTIDAD}}{{#DE_PUESTO}}C{{/DE_PUESTO}}</span></a> · {{/CON_CONSTANCIA}}<a href="/etapa/{{ID}}/evidencia">Evidencias<span class="vh"> de la etapa {{#DE_ESTADO}}A{{/DE_ESTADO}}{{#DE_ENTIDAD}}B{{/DE_ENTIDAD}}{{#DE_PUESTO}}C{{/DE_PUESTO}}</span></a></p>
{{#MARCABLE}}<p class="noimp"><a href="/etapa/{{ID}}/marcar">{{#OBSERVADA}}Corregir y volver a enviar{{/OBSERVADA}}{{#NO_OBSERVADA}}Actualizar la etapa{{/NO_OBSERVADA}}<span class="vh"> {{#DE_ESTADO}}A{{/DE_ESTADO}}{{#DE_ENTIDAD}}B{{/DE_ENTIDAD}}{{#DE_PUESTO}}C{{/DE_PUESTO}}</span></a></p>
{{/MARCABLE}}{{#OBSERVABLE}}<p class="noimp"><a href="/etapa/{{ID}}/observar">Observar la etapa<span class="vh"> {{#DE_ESTADO}}A{{/DE_ESTADO}}{{#DE_ENTIDAD}}B{{/DE_ENTIDAD}}{{#DE_PUESTO}}C{{/DE_PUESTO}}</span></a></p>
{{/OBSERVABLE}}</div>
<span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span></li>
{{/ETAPAS}}</ol>
<p class="noimp"><a href="/servidor/{{ID}}/tareas">Ver sus tareas</a></p>
{{#HAY_CURSOS}}<h3>Resultados del curso en línea</h3>
<ul>
{{#CURSOS}}<li>{{CURSO}}: <strong>{{ESTADO}}</strong>{{#HAY_NOTA}} con {{NOTA}} de {{ESCALA}}{{/HAY_NOTA}}, el {{FECHA}}. <span class="hint">Fuente: {{FUENTE}}, intento {{INTENTO}}.{{#HAY_SUSTENTO}} {{SUSTENTO}}.{{/HAY_SUSTENTO}}</span>{{#HAY_EVIDENCIA_ID}} <a href="/evidencia/{{EVIDENCIA_ID}}/archivo">Constancia<span class="vh"> del intento {{INTENTO}}</span></a>{{/HAY_EVIDENCIA_ID}}{{#ANULADO}} <span class="est">Anulado</span>{{/ANULADO}}</li>
{{/CURSOS}}</ul>
{{/HAY_CURSOS}}{{#PUEDE_EDITAR}}<p class="noimp"><a href="/mooc/{{ID}}/resultado">Anotar el resultado del curso en línea</a></p>
{{/PUEDE_EDITAR}}<h2>Persona</h2>
<dl class="ficha">
<div><dt>Documento</dt><dd>{{TIPO_DOCUMENTO}} {{DOCUMENTO}}</dd></div>
<div><dt>Correo</dt><dd>{{#HAY_CORREO}}{{CORREO}}{{/HAY_CORREO}}{{#REBOTA}} <strong>El correo rebota: corríjalo.</strong>{{#PUEDE_EDITAR}} <a href="/servidor/{{ID}}/corregir">Corregir el correo</a>{{/PUEDE_EDITAR}}{{/REBOTA}}{{#NO_CORREO}}<span class="hint">No registrado</span>{{/NO_CORREO}}</dd></div>
<div><dt>Celular</dt><dd>{{#HAY_CELULAR}}{{CELULAR}}{{/HAY_CELULAR}}{{#NO_CELULAR}}<span class="hint">No registrado</span>{{/NO_CELULAR}}</dd></div>
</dl>
<h2>Vínculo</h2>
<dl class="ficha">
<div><dt>Entidad</dt><dd>{{ENTIDAD}}</dd></div>
<div><dt>Unidad</dt><dd>{{#HAY_ORGANO}}{{ORGANO}}{{/HAY_ORGANO}}{{#NO_ORGANO}}<span class="hint">No registrada</span>{{/NO_ORGANO}}</dd></div>
<div><dt>Puesto</dt><dd>{{PUESTO}}{{#ES_CONFIANZA}} (de confianza){{/ES_CONFIANZA}}</dd></div>
<div><dt>Jefe inmediato</dt><dd>{{#HAY_JEFE}}{{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}}<span class="hint">Falta</span>{{/NO_JEFE}}</dd></div>
<div><dt>Régimen</dt><dd>{{REGIMEN}}{{#HAY_GRUPO}} · {{GRUPO}}{{/HAY_GRUPO}}</dd></div>
{{#HAY_CONTRATO}}<div><dt>Tipo de contrato</dt><dd>{{CONTRATO}}{{#HAY_CONDICION}} · {{CONDICION}}{{/HAY_CONDICION}}</dd></div>
{{/HAY_CONTRATO}}<div><dt>Modalidad</dt><dd>{{MODALIDAD:x-palabra}}</dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}{{#PRIMER_INGRESO}} (primer ingreso al Estado){{/PRIMER_INGRESO}}</dd></div>
<div><dt>Inicio en el puesto</dt><dd>{{FECHA_INICIO_PUESTO:x-largo}}</dd></div>
{{#HAY_SUSTENTO}}<div><dt>Documento de sustento</dt><dd>{{SUSTENTO}}</dd></div>
{{/HAY_SUSTENTO}}{{#HAY_FECHA_CESE}}<div><dt>Fin del vínculo</dt><dd>{{FECHA_CESE:x-largo}}{{#HAY_MOTIVO_CESE}}: {{MOTIVO_CESE}}{{/HAY_MOTIVO_CESE}}</dd></div>
{{/HAY_FECHA_CESE}}</dl>
{{#PUEDE_EDITAR}}<div class="acc">
{{#PUEDE_CAMBIAR}}<a class="btn" href="/servidor/{{ID}}/cambiar">Registrar un cambio</a>
<a class="btn sec" href="/servidor/{{ID}}/invitar">Entregar su enlace personal</a>
{{#TERMINO}}<a class="btn sec" href="/encuesta/{{ID}}/entregar">Entregar la encuesta</a>
{{/TERMINO}}<a class="btn sec" href="/servidor/{{ID}}/jefe">Entregar el enlace de su jefe</a>
{{/PUEDE_CAMBIAR}}<a class="btn sec" href="/servidor/{{ID}}/corregir">Corregir un dato</a>
{{#PUEDE_TRANSFERIR}}<a class="btn sec" href="/servidor/{{ID}}/transferir">Transferir a otra entidad</a>
{{/PUEDE_TRANSFERIR}}{{#PUEDE_CAMBIAR}}<a class="btn sec" href="/servidor/{{ID}}/cese">Registrar el fin del vínculo</a>
{{/PUEDE_CAMBIAR}}{{#PUEDE_ANULAR_CESE}}<a class="btn sec" href="/servidor/{{ID}}/cese">Deshacer el fin del vínculo</a>
{{/PUEDE_ANULAR_CESE}}</div>
{{/PUEDE_EDITAR}}<h2>Historia reciente</h2>
<ul>
{{#EVENTOS}}<li>{{TIPO}}, del {{OCURRIDO}}.{{#HAY_DETALLE}} {{DETALLE}}{{/HAY_DETALLE}} <span class="hint">(registrado el {{CONOCIDO}}{{#HAY_QUIEN}} por {{QUIEN}}{{/HAY_QUIEN}})</span></li>
{{/EVENTOS}}</ul>
<p class="noimp"><a href="/servidor/{{ID}}/historia">Ver toda la historia</a>{{#PUEDE_EDITAR}} · <a href="/recordatorio/lista?servidor={{ID:url_query_escape}}">Ver los recordatorios que se enviaron sobre su inducción</a>{{/PUEDE_EDITAR}}</p>
