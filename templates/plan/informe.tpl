{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Informe de la inducción</h1>
<p class="lead">{{ENTIDAD}}. Personas que ingresaron del {{DEL}} al {{AL}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija el periodo e imprima el informe de su oficina: cuántas personas ingresaron, en qué va cada etapa y cuántas tareas del plan se hicieron. Cuenta como terminada la etapa culminada, validada o que no aplica.</p></details>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_DESDE}}
{{>CAMPO_HASTA}}
<button class="sec">Ver</button>
</form>
<p class="noimp"><a href="/plan/informe?vista=imprimir&amp;desde={{DESDE_URL:url_query_escape}}&amp;hasta={{HASTA_URL:url_query_escape}}">Imprimir</a></p>
<h2>Plan</h2>
<p>{{#HAY_PUBLICADO_ID}}Versión {{VERSION}}, aprobada con {{DOCUMENTO}} el {{APROBADO_EL:x-largo}}.{{/HAY_PUBLICADO_ID}}{{#NO_PUBLICADO_ID}}La entidad no tiene un plan publicado.{{/NO_PUBLICADO_ID}}</p>
<h2>Resultado</h2>
<p>{{TOTAL_PERSONAS}} {{TOTAL_PERSONAS:x-segun=persona ingresó/personas ingresaron}}; {{TOTAL_COMPLETAS}} terminaron sus tres etapas y SERVIR validó las de {{TOTAL_VALIDADAS}}. {{TOTAL_VENCIDAS}} tienen alguna etapa vencida. De {{TOTAL_TAREAS}} {{TOTAL_TAREAS:x-segun=tarea del plan se hizo/tareas del plan se hicieron}} {{TOTAL_HECHAS}}.</p>
{{#HAY_MESES}}<table class="apila">
<caption>Por mes de ingreso</caption>
<thead><tr><th scope="col">Desde</th><th scope="col" class="num">Personas</th><th scope="col" class="num">A terminada</th><th scope="col" class="num">B terminada</th><th scope="col" class="num">C terminada</th><th scope="col" class="num">Las tres</th><th scope="col" class="num">Con vencidas</th><th scope="col" class="num">Tareas hechas</th><th scope="col" class="num">Tareas atrasadas</th></tr></thead>
<tbody>
{{#MESES}}<tr><th scope="row">{{MES}}</th>
<td data-label="Personas" class="num">{{PERSONAS:x-miles}}</td>
<td data-label="A terminada" class="num">{{A:x-miles}}</td>
<td data-label="B terminada" class="num">{{B:x-miles}}</td>
<td data-label="C terminada" class="num">{{C:x-miles}}</td>
<td data-label="Las tres" class="num">{{COMPLETAS:x-miles}}</td>
<td data-label="Con vencidas" class="num">{{VENCIDAS:x-miles}}</td>
<td data-label="Tareas hechas" class="num">{{HECHAS:x-miles}} de {{TAREAS:x-miles}}</td>
<td data-label="Tareas atrasadas" class="num">{{ATRASADAS:x-miles}}</td></tr>
{{/MESES}}</tbody>
</table>
{{/HAY_MESES}}{{#NO_MESES}}<div class="nota"><p>Nadie ingresó en ese periodo.</p></div>
{{/NO_MESES}}<p class="hint">Al {{HOY}}.</p>
