{{%AUTOESCAPE context="HTML"}}
<h1>Constancia de etapa</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Imprima la constancia de una etapa culminada. Dice en qué estado está hoy: culminada, si la registró su entidad, o validada, si SERVIR ya la revisó.</p></details>
{{#HAY}}<p>La entidad <strong>{{ENTIDAD}}</strong> deja constancia de que</p>
<p class="lead"><strong>{{NOMBRE}}</strong>, {{DOCUMENTO}},</p>
<p>{{PUESTO}}, con ingreso el {{FECHA_INGRESO:x-largo}}, culminó el {{FECHA_FIN:x-largo}} la etapa <strong>{{ETAPA}}</strong>{{#HAY_ORIGEN}} del programa {{ORIGEN}}{{/HAY_ORIGEN}}{{#HAY_HORAS_CURSO}}, con un curso de {{HORAS_CURSO:x-miles}} {{HORAS_CURSO:x-segun=hora/horas}}{{/HAY_HORAS_CURSO}}{{#HAY_HORAS}}, con {{HORAS}} {{HORAS:x-segun=hora/horas}} de actividades realizadas{{/HAY_HORAS}}.{{#HEREDADA}} La etapa se culminó en su entidad anterior y se le reconoce.{{/HEREDADA}}</p>
<p>Estado: <span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span> {{#VALIDADA}}SERVIR revisó y validó esta etapa.{{/VALIDADA}}{{#NO_VALIDADA}}SERVIR todavía no la ha validado.{{/NO_VALIDADA}}</p>
<p>Emitida el {{HOY}} por el Portal de Inducción, con el número {{ID}}. Es una constancia de participación, no un certificado.</p>
<p>Código de verificación: <strong>{{CODIGO}}</strong>. Cualquiera comprueba con él esta constancia en {{VERIFICAR}}</p>
<p class="firma">Oficina de recursos humanos</p>
<div class="acc noimp"><a class="btn sec" href="/etapa/{{ID}}/constancia?vista=imprimir">Imprimir</a> <a href="/publico/constancia?codigo={{CODIGO:url_query_escape}}">Verificarla</a> <a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a></div>
{{/HAY}}{{#NO_HAY}}<div class="nota"><p>Esta etapa no está culminada: está <span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>. La constancia se emite cuando culmina. <a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a></p></div>
{{/NO_HAY}}
