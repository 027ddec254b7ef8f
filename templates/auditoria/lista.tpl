{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Auditoría</h1>
<p class="lead">{{#ESCRITURAS}}Cada cambio de los datos, con quién lo hizo y desde dónde.{{/ESCRITURAS}}{{#CONSULTAS}}Quién abrió la ficha de quién.{{/CONSULTAS}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Use los filtros para seguir una solicitud, a una persona o a una entidad. Las líneas no se pueden cambiar ni borrar. Las contraseñas y los enlaces se ocultan siempre con ***. Las horas son de Lima.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_VISTA}}{{>CAMPO_DESDE}}{{>CAMPO_HASTA}}{{>CAMPO_DOCUMENTO}}{{>CAMPO_TABLA}}
{{#ESCRITURAS}}{{>CAMPO_ACCION}}{{/ESCRITURAS}}{{>CAMPO_ENTIDAD}}{{>CAMPO_SOLICITUD}}
<button>Filtrar</button>
</form>
{{#ESCRITURAS}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Cambios, del más nuevo al más antiguo</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Qué</th><th scope="col">Antes y después</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{CUANDO}}<br><span class="hint">N.° {{ID}}</span></th>
<td data-label="Quién">{{#HAY_QUIEN}}{{QUIEN}} ({{DOCUMENTO}}){{/HAY_QUIEN}}{{#NO_QUIEN}}El sistema{{/NO_QUIEN}}{{#HAY_ROL}}<br>{{ROL}}{{/HAY_ROL}}{{#HAY_ENTIDAD}}, {{ENTIDAD}}{{/HAY_ENTIDAD}}{{#HAY_DIRECCION}}<br><span class="hint">Desde {{DIRECCION}}</span>{{/HAY_DIRECCION}}{{#HAY_SOLICITUD}}<br><a href="/auditoria/lista?solicitud={{SOLICITUD:url_query_escape}}">Solicitud {{SOLICITUD}}</a>{{/HAY_SOLICITUD}}</td>
<td data-label="Qué">{{#ALTA}}Alta{{/ALTA}}{{#CAMBIO}}Cambio{{/CAMBIO}}{{#BAJA}}Baja{{/BAJA}} de {{TABLA}} {{REGISTRO}}{{#HAY_PERSONA}}<br><span class="hint">{{PERSONA}}</span>{{/HAY_PERSONA}}</td>
<td data-label="Antes y después">{{#HAY_CAMPOS}}<ul>{{#CAMPOS}}<li>{{CAMPO:x-palabra}}: {{#HAY_ANTES}}<del>{{ANTES}}</del> {{/HAY_ANTES}}{{#HAY_DESPUES}}→ {{DESPUES}}{{/HAY_DESPUES}}{{#NO_DESPUES}}→ vacío{{/NO_DESPUES}}</li>{{/CAMPOS}}</ul>{{/HAY_CAMPOS}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{/ESCRITURAS}}{{#CONSULTAS}}{{#HAY_ACCESOS}}<table class="apila">
<caption class="vh">Consultas, de la más nueva a la más antigua</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Qué abrió</th><th scope="col">Desde</th></tr></thead>
<tbody>
{{#ACCESOS}}<tr><th scope="row">{{CUANDO}}</th>
<td data-label="Quién">{{QUIEN}}{{#HAY_DOCUMENTO}} ({{DOCUMENTO}}){{/HAY_DOCUMENTO}}<br>{{ROL}}{{#HAY_ENTIDAD}}, {{ENTIDAD}}{{/HAY_ENTIDAD}}</td>
<td data-label="Qué abrió">Ficha de {{TABLA}} {{REGISTRO}}{{#HAY_PERSONA}}: {{PERSONA}}{{/HAY_PERSONA}}</td>
<td data-label="Desde">{{#HAY_DIRECCION}}{{DIRECCION}}{{/HAY_DIRECCION}}{{#HAY_SOLICITUD}}<br><span class="hint">Solicitud {{SOLICITUD}}</span>{{/HAY_SOLICITUD}}</td></tr>
{{/ACCESOS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_ACCESOS}}{{/CONSULTAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna línea coincide. Amplíe las fechas o quite un filtro, o <a href="/auditoria/lista">vea todo</a>.</p></div>{{/NO_FILAS}}
