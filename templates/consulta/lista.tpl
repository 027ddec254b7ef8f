{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Consultas a SERVIR</h1>
<p class="lead">Lo que su entidad preguntó, a quién le toca responder y lo que acordaron con SERVIR.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Haga una consulta nueva o siga las que envió. Cada una dice a quién le toca y hasta cuándo. Si la respuesta no basta, ábrala y reábrala con lo que falta.</p></details>
<div class="acc"><a class="btn" href="/consulta/nueva">Hacer una consulta</a></div>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_ESTADO}}
<button class="sec">Aplicar</button>
</form>
{{#HAY_FILAS}}<ul class="tareas">
{{#FILAS}}<li><div><a href="/consulta/{{ID}}/ver">{{NUMERO}}: {{ASUNTO}}</a>
<p class="hint">Enviada el {{CREADO_EN}}.{{#HAY_RELOJ}} SERVIR debe {{RELOJ}}.{{/HAY_RELOJ}}</p></div><span class="est{{#EN_ESPERA}} EN_CURSO{{/EN_ESPERA}}{{#TOCA_ORH}} OBSERVADA{{/TOCA_ORH}}">{{ESTADO}}</span></li>
{{/FILAS}}</ul>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna consulta. <a href="/consulta/nueva">Haga la primera</a> o <a href="/consulta/lista">vea todas</a>.</p></div>
{{/NO_FILAS}}<h2>Compromisos con SERVIR</h2>
{{#HAY_COMPROMISOS}}<ul class="tareas">
{{#COMPROMISOS}}<li><div><strong>{{TEXTO}}</strong><p class="hint">{{#DE_ORH}}Le toca a su ORH{{/DE_ORH}}{{#NO_DE_ORH}}Le toca a SERVIR{{/NO_DE_ORH}}, hasta el {{FECHA_LIMITE}}.</p></div>{{#VENCIDO}}<span class="est VENCIDA">Vencido</span>{{/VENCIDO}}{{#NO_VENCIDO}}<span class="est EN_CURSO">Abierto</span>{{/NO_VENCIDO}}</li>
{{/COMPROMISOS}}</ul>
{{/HAY_COMPROMISOS}}{{#NO_COMPROMISOS}}<p class="hint">Ningún compromiso abierto.</p>
{{/NO_COMPROMISOS}}
