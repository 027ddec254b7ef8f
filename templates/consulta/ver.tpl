{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Consulta {{NUMERO}}: {{ASUNTO}}</h1>
<p class="lead"><span class="est{{#URGE}} VENCIDA{{/URGE}}">{{ESTADO}}</span>{{#HAY_RELOJ}} SERVIR debe {{RELOJ}}.{{/HAY_RELOJ}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Lea la conversación y dé el siguiente paso. Mientras le toca a SERVIR, el plazo corre en días hábiles; mientras le toca a la ORH, espera. La ORH puede reabrir una consulta respondida. Nada de lo enviado se borra.</p></details>
<dl class="ficha">
<div><dt>Entidad</dt><dd>{{#ES_SERVIR}}<a href="/seguimiento/{{ENTIDAD_ID}}/entidad">{{ENTIDAD}}</a>{{/ES_SERVIR}}{{#NO_ES_SERVIR}}{{ENTIDAD}}{{/NO_ES_SERVIR}}</dd></div>
<div><dt>La atiende</dt><dd>{{#ES_ADMIN}}La administración de SERVIR{{/ES_ADMIN}}{{#NO_ES_ADMIN}}{{#HAY_ATIENDE}}{{ATIENDE}}{{/HAY_ATIENDE}}{{#NO_ATIENDE}}SERVIR{{/NO_ATIENDE}}{{/NO_ES_ADMIN}}</dd></div>
{{#HAY_PERSONA}}<div><dt>Persona</dt><dd><a href="/servidor/{{VINCULO_ID}}/ficha">{{PERSONA}}</a> · {{DOCUMENTO}}</dd></div>
{{/HAY_PERSONA}}</dl>
<h2>Conversación</h2>
<ol class="tareas">
{{#MENSAJES}}<li><div><strong>{{QUE}}</strong>{{#INTERNO}} <span class="est">Solo SERVIR</span>{{/INTERNO}} <span class="hint">{{CREADO_EN}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</span>
{{#HAY_TEXTO}}<p>{{TEXTO}}</p>{{/HAY_TEXTO}}</div></li>
{{/MENSAJES}}</ol>
{{#PUEDE_RESPONDER}}<h2>Responder</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_TEXTO}}
<div class="acc"><button name="accion" value="RESPONDER">Enviar la respuesta</button> <button class="sec" name="accion" value="ACLARAR">Pedir una aclaración</button></div>
<details><summary>Derivarla dentro de SERVIR</summary>
<p class="hint">El texto de arriba se vuelve una nota interna: la ORH no la lee. El plazo sigue corriendo.</p>
{{>CAMPO_DESTINO}}
<div class="acc"><button class="sec" name="accion" value="DERIVAR">Derivar</button></div>
</details>
</form>
{{/PUEDE_RESPONDER}}{{#PUEDE_CERRAR}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_TEXTO}}
<div class="acc"><button class="sec" name="accion" value="CERRAR">Cerrar la consulta</button></div>
</form>
{{/PUEDE_CERRAR}}{{#DE_LA_ORH}}<h2>{{#PUEDE_ACLARAR}}Enviar la aclaración{{/PUEDE_ACLARAR}}{{#PUEDE_REABRIR}}¿No quedó resuelta?{{/PUEDE_REABRIR}}{{#EN_ESPERA}}Mientras espera{{/EN_ESPERA}}</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_TEXTO}}
<div class="acc">{{#PUEDE_ACLARAR}}<button name="accion" value="ACLARAR">Enviar la aclaración</button> {{/PUEDE_ACLARAR}}{{#PUEDE_REABRIR}}<button name="accion" value="REABRIR">Reabrir la consulta</button> {{/PUEDE_REABRIR}}{{#PUEDE_RETIRAR}}<button class="sec" name="accion" value="CERRAR">Cerrar: ya no la necesito</button>{{/PUEDE_RETIRAR}}</div>
</form>
{{/DE_LA_ORH}}
