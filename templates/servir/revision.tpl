{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Revisión de etapas culminadas</h1>
<p class="lead">{{#MUCHAS}}Más de {{/MUCHAS}}{{TOTAL}} por revisar en el país; {{#MUCHAS_NUEVAS}}más de {{/MUCHAS_NUEVAS}}{{NUEVAS}} <a href="/servir/revision?llego=7">{{NUEVAS:x-segun=llegó/llegaron}} en los últimos 7 días</a>; {{#MUCHAS_RARAS}}más de {{/MUCHAS_RARAS}}{{RARAS}} <a href="/servir/revision?raras=1">con algo que mirar</a>. <a href="/servir/revision?raras=0">Ver las demás</a></p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Primero aparecen las etapas con algo extraño, con su razón. Las demás vienen marcadas: desmarque lo que no quiera validar, confirme y valide todas juntas. Si algo está mal, obsérvelo con el motivo: vuelve a la ORH. Cada decisión queda con su nombre y hora.</p></details>
{{#HAY_DECISION_ID}}<form method="post" action="/servir/deshacer/{{DECISION_ID}}" class="nota noimp" novalidate>
{{>CSRF}}<p>Usted {{#DECISION_VALIDA}}validó{{/DECISION_VALIDA}}{{#NO_DECISION_VALIDA}}observó{{/NO_DECISION_VALIDA}} {{DECISION_ETAPAS}} {{DECISION_ETAPAS:x-segun=etapa/etapas}}. Puede deshacerlo hasta el {{DECISION_HASTA}}. <a href="/servir/deshacer/{{DECISION_ID}}">Ver qué se deshace</a></p>
<div class="acc"><button class="sec">Deshacer</button></div></form>
{{/HAY_DECISION_ID}}<p class="noimp"><a href="/servir/decisiones">Quién decidió qué y cuándo</a> · <a href="/muestra/lista">Muestras al azar</a></p>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_ETAPA}}{{>CAMPO_Q}}{{>CAMPO_RARAS}}
<button class="sec">Buscar</button>
<details{{#CON_FILTROS}} open{{/CON_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{>CAMPO_NIVEL}}{{>CAMPO_REGION}}{{>CAMPO_LLEGO}}</div>
</details>
</form>
{{#UNA_ENTIDAD}}<p>Solo de una entidad. <a href="/servir/revision">Ver las de todas</a></p>
{{/UNA_ENTIDAD}}{{#HAY_FILAS}}<form method="post" novalidate>
{{>CSRF}}
{{#FILTROS}}<input type="hidden" name="{{NOMBRE}}" value="{{VALOR}}">
{{/FILTROS}}<table class="apila" id="f-marca" tabindex="-1">
<caption class="vh">Etapas culminadas que esperan la revisión de SERVIR</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Etapa</th><th scope="col">Culminó</th><th scope="col">Por revisar</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{#PUEDE_DECIDIR}}<label class="opt"><input type="checkbox" name="marca" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{NOMBRE}}<span class="vh">, {{ETAPA}}</span></label> {{/PUEDE_DECIDIR}}{{#NO_PUEDE_DECIDIR}}{{NOMBRE}} {{/NO_PUEDE_DECIDIR}}<span class="hint">{{ENTIDAD}}</span> <a href="/servidor/{{VINCULO_ID}}/ficha">Ver su ficha<span class="vh">: {{NOMBRE}}</span></a></th>
<td data-label="Etapa">{{ETAPA}}{{#HEREDADA}} <span class="hint">Reconocida de su entidad anterior</span>{{/HEREDADA}}</td>
<td data-label="Culminó">{{FECHA_FIN}} <span class="hint">a {{DIAS}} {{DIAS:x-segun=día/días}} de su ingreso ({{FECHA_INGRESO}}); plazo {{FECHA_LIMITE}}{{#HAY_LLEGO}}. Llegó el {{LLEGO}}{{/HAY_LLEGO}}</span></td>
<td data-label="Por revisar">{{#HAY_RAREZA}}<span class="est OBSERVADA">Revisar</span> {{RAREZA}}. {{/HAY_RAREZA}}{{#HAY_MOTIVO}}La ORH dice: {{MOTIVO}}. {{/HAY_MOTIVO}}{{#HAY_ARCHIVOS}}<details{{#HAY_RAREZA}} open{{/HAY_RAREZA}}><summary>Evidencias: {{CUANTOS}}<span class="vh"> de {{ETAPA}} de {{NOMBRE}}</span></summary>
{{#ARCHIVOS}}<p><a href="/evidencia/{{ID}}/archivo">{{#FOTO}}<img src="/evidencia/{{ID}}/archivo" loading="lazy" decoding="async" width="320" height="240" alt="Foto: {{NOMBRE}}">{{/FOTO}}{{#NO_FOTO}}PDF: {{NOMBRE}}{{/NO_FOTO}}</a> <span class="hint">{{KB:x-miles}} KB, {{CUANDO}}</span>{{#HAY_PERSONAS}} Lista de {{PERSONAS:x-miles}} {{PERSONAS:x-segun=persona/personas}}.{{/HAY_PERSONAS}}{{#HAY_OTRA}} <span class="est OBSERVADA">Repetida</span> El mismo archivo está en <a href="/etapa/{{OTRA_ID}}/evidencia">{{OTRA}}</a>{{#HAY_OTRAS}} y en {{OTRAS}} más{{/HAY_OTRAS}}.{{/HAY_OTRA}}</p>
{{/ARCHIVOS}}</details>{{/HAY_ARCHIVOS}}{{#NO_ARCHIVOS}}<span class="hint">Sin evidencias.</span> {{/NO_ARCHIVOS}}<a href="/etapa/{{ID}}/evidencia">Ver la etapa<span class="vh"> {{ETAPA}} de {{NOMBRE}}</span></a> {{#PUEDE_DECIDIR}}<a href="/etapa/{{ID}}/observar">Observar<span class="vh"> {{ETAPA}} de {{NOMBRE}}</span></a>{{/PUEDE_DECIDIR}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{#PUEDE_DECIDIR}}{{>CAMPO_CONFIRMO}}
<div class="acc"><button>Validar las marcadas</button></div>
{{/PUEDE_DECIDIR}}</form>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Nada por revisar con estos filtros. <a href="/servir/revision">Vea toda la cola</a>.</p></div>
{{/NO_FILAS}}
