{{%AUTOESCAPE context="HTML"}}
<h1>Materiales y plantillas</h1>
<p class="lead">Archivos y enlaces para la inducción: los de SERVIR y los de su entidad.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue las plantillas de SERVIR y comparta lo de su entidad con sus jefes y servidores. Cada material lo ve solo quien usted marque. Si cambia el archivo, todos ven el nuevo; si lo retira, deja de mostrarse.</p></details>
{{#PUEDE_AGREGAR}}<div class="acc"><a class="btn" href="/material/nuevo">Agregar un material</a></div>
{{/PUEDE_AGREGAR}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Materiales</caption>
<thead><tr><th scope="col">Material</th><th scope="col">Para</th><th scope="col">Etapa</th><th scope="col">De quién es</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{#HAY_URL}}<a href="{{URL}}" rel="noopener noreferrer">{{TITULO}}</a>{{/HAY_URL}}{{#NO_URL}}<a href="/material/{{ID}}/archivo">{{TITULO}}</a> <span class="hint">{{NOMBRE_ARCHIVO}}, {{KB:x-miles}} KB</span>{{/NO_URL}} <span class="hint">{{DESCRIPCION}}</span>{{#RETIRADO}} <span class="est">Retirado</span>{{/RETIRADO}}</th>
<td data-label="Para">{{PARA}}</td>
<td data-label="Etapa">{{#HAY_ETAPA}}{{ETAPA}}{{/HAY_ETAPA}}{{#NO_ETAPA}}Toda la inducción{{/NO_ETAPA}}</td>
<td data-label="De quién es">{{#DE_SERVIR}}SERVIR{{/DE_SERVIR}}{{#NO_DE_SERVIR}}Su entidad{{/NO_DE_SERVIR}}{{#EDITABLE}} <a href="/material/{{ID}}/editar">Cambiar o retirar<span class="vh">: {{TITULO}}</span></a>{{/EDITABLE}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Todavía no hay materiales.</p></div>
{{/NO_FILAS}}
