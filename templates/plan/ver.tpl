{{%AUTOESCAPE context="HTML"}}
<h1>Plan de inducción, versión {{VERSION}}</h1>
<p class="lead">{{ENTIDAD}} <span class="est">{{ESTADO:x-palabra}}</span></p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea qué se hace con quien ingresa, quién lo hace y cuándo. Cada persona conserva la versión con la que se registró.</p></details>
<dl class="ficha">
{{#HAY_DOCUMENTO}}<div><dt>Aprobado con</dt><dd>{{DOCUMENTO}}, del {{APROBADO_EL:x-largo}}</dd></div>
<div><dt>Rige desde</dt><dd>{{VIGENTE_DESDE:x-largo}}</dd></div>
<div><dt>Publicado</dt><dd>{{PUBLICADO_EN}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</dd></div>
{{/HAY_DOCUMENTO}}<div><dt>Plantilla de SERVIR</dt><dd>Versión {{PLANTILLA_VERSION}}{{#HAY_PLANTILLA_NOTA}}. <span class="hint">{{PLANTILLA_NOTA}}</span>{{/HAY_PLANTILLA_NOTA}}</dd></div>
</dl>
<div class="acc noimp">{{#PUEDE_EDITAR}}<a class="btn" href="/plan/{{ID}}/editar">Seguir con el borrador</a> {{/PUEDE_EDITAR}}<a class="btn sec" href="/plan/{{ID}}/ver?vista=imprimir">Imprimir</a>{{#ES_ORH}} <a href="/plan/{{ID}}/simular">Simular</a> <a href="/plan/inicio">Todas las versiones</a>{{/ES_ORH}}</div>
<h2>Actividades</h2>
{{>LINEAS_LISTA}}
