{{%AUTOESCAPE context="HTML"}}
<h1>Materiales</h1>
<p class="lead">Lo que SERVIR y su entidad comparten para la inducción.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Abra o descargue lo que necesite. Los enlaces llevan a otras páginas; los archivos se guardan en su equipo.</p></details>
{{#HAY_FILAS}}<ul class="tareas">
{{#FILAS}}<li><div>{{#HAY_URL}}<a href="{{URL}}" rel="noopener noreferrer">{{TITULO}}</a>{{/HAY_URL}}{{#NO_URL}}<a href="/material/{{ID}}/archivo">Descargar {{TITULO}}</a> <span class="hint">{{KB:x-miles}} KB</span>{{/NO_URL}}
<p class="hint">{{#HAY_ETAPA}}{{ETAPA}}. {{/HAY_ETAPA}}{{#DE_SERVIR}}De SERVIR.{{/DE_SERVIR}}{{#NO_DE_SERVIR}}De su entidad.{{/NO_DE_SERVIR}} {{DESCRIPCION}}</p></div></li>
{{/FILAS}}</ul>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Todavía no hay materiales para usted.</p></div>
{{/NO_FILAS}}
