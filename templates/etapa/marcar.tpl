{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{ETAPA}}</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Registre que la etapa empezó, culminó o no le corresponde a la persona. Si se equivocó, aquí mismo lo deshace, mientras SERVIR no la haya validado. Cada paso queda en la historia con su nombre y la hora.</p></details>
<dl class="ficha">
<div><dt>Estado</dt><dd><span class="est {{VISIBLE}}">{{VISIBLE:x-palabra}}</span></dd></div>
<div><dt>Plazo</dt><dd>Hasta el {{FECHA_LIMITE:x-largo}}</dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}</dd></div>
{{#HAY_FECHA_INICIO}}<div><dt>Empezó</dt><dd>{{FECHA_INICIO:x-largo}}</dd></div>
{{/HAY_FECHA_INICIO}}{{#HAY_FECHA_FIN}}<div><dt>Culminó</dt><dd>{{FECHA_FIN:x-largo}}</dd></div>
{{/HAY_FECHA_FIN}}</dl>
{{#HAY_MOTIVO}}<div class="{{#OBSERVADA}}alerta{{/OBSERVADA}}{{#NO_OBSERVADA}}nota{{/NO_OBSERVADA}}"><p>{{#OBSERVADA}}SERVIR observó esta etapa: {{/OBSERVADA}}{{MOTIVO}}</p></div>
{{/HAY_MOTIVO}}{{#HAY_FALTA}}<div class="nota"><p>Para culminarla falta: {{FALTA}}. <a href="/servidor/{{VINCULO_ID}}/tareas">Ver sus tareas</a></p></div>
{{/HAY_FALTA}}{{#PUEDE}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_ESTADO}}
{{>CAMPO_FECHA}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Guardar</button> {{#ES_JEFE}}<a href="/mi/inicio">Cancelar</a>{{/ES_JEFE}}{{#NO_ES_JEFE}}<a href="/servidor/{{VINCULO_ID}}/ficha">Cancelar</a>{{/NO_ES_JEFE}}</div>
</form>
{{/PUEDE}}{{#NO_PUEDE}}<div class="nota"><p>{{#HEREDADA}}Esta etapa viene reconocida de su entidad anterior: no se cambia aquí.{{/HEREDADA}}{{#NO_HEREDADA}}En este estado usted no tiene nada que registrar. Lo que SERVIR validó se conserva.{{/NO_HEREDADA}} <a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a></p></div>
{{/NO_PUEDE}}
